// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_s3_bucket_public_access_block`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_public_access_block
    AwsS3BucketPublicAccessBlock = "aws_s3_bucket_public_access_block", AwsS3BucketPublicAccessBlockAttributes
    arguments {
        optional block_public_acls: bool,
        optional block_public_policy: bool,
        required bucket: String,
        optional ignore_public_acls: bool,
        optional restrict_public_buckets: bool,
    }
    blocks {}
    attributes {
        id: String,
    }
}
