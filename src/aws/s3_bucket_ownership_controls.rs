// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_s3_bucket_ownership_controls`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_ownership_controls
    AwsS3BucketOwnershipControls = "aws_s3_bucket_ownership_controls", AwsS3BucketOwnershipControlsAttributes
    arguments {
        required bucket: String,
    }
    blocks {
        rule: AwsS3BucketOwnershipControlsRule = 1..=1,
    }
    attributes {
        id: String,
    }
}

terraform::block_type! {
    /// `rule` of `aws_s3_bucket_ownership_controls`.
    AwsS3BucketOwnershipControlsRule
    arguments {
        required object_ownership: String,
    }
    blocks {}
}
