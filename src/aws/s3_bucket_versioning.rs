// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_s3_bucket_versioning`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_versioning
    AwsS3BucketVersioning = "aws_s3_bucket_versioning", AwsS3BucketVersioningAttributes
    arguments {
        required bucket: String,
        optional expected_bucket_owner: String,
        optional mfa: String,
    }
    blocks {
        versioning_configuration: AwsS3BucketVersioningVersioningConfiguration = 1..=1,
    }
    attributes {
        id: String,
    }
}

terraform::block_type! {
    /// `versioning_configuration` of `aws_s3_bucket_versioning`.
    AwsS3BucketVersioningVersioningConfiguration
    arguments {
        optional mfa_delete: String,
        required status: String,
    }
    blocks {}
}
