// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_s3_bucket_logging`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_logging
    AwsS3BucketLogging = "aws_s3_bucket_logging", AwsS3BucketLoggingAttributes
    arguments {
        required bucket: String,
        optional expected_bucket_owner: String,
        required target_bucket: String,
        required target_prefix: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
