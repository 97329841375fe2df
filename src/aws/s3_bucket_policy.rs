// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_s3_bucket_policy`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_policy
    AwsS3BucketPolicy = "aws_s3_bucket_policy", AwsS3BucketPolicyAttributes
    arguments {
        required bucket: String,
        required policy: String,
    }
    blocks {}
    attributes {
        id: String,
    }
}
