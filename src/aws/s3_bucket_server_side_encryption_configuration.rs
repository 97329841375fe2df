// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
terraform::resource_type! {
    /// The resource [`aws_s3_bucket_server_side_encryption_configuration`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_server_side_encryption_configuration
    AwsS3BucketServerSideEncryptionConfiguration = "aws_s3_bucket_server_side_encryption_configuration", AwsS3BucketServerSideEncryptionConfigurationAttributes
    arguments {
        required bucket: String,
        optional expected_bucket_owner: String,
    }
    blocks {
        rule: AwsS3BucketServerSideEncryptionConfigurationRule = 1..=usize::MAX,
    }
    attributes {
        id: String,
    }
}

terraform::block_type! {
    /// `rule` of `aws_s3_bucket_server_side_encryption_configuration`.
    AwsS3BucketServerSideEncryptionConfigurationRule
    arguments {
        optional bucket_key_enabled: bool,
    }
    blocks {
        apply_server_side_encryption_by_default: AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault = 0..=1,
    }
}

terraform::block_type! {
    /// `rule.apply_server_side_encryption_by_default` of `aws_s3_bucket_server_side_encryption_configuration`.
    AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault
    arguments {
        optional kms_master_key_id: String,
        required sse_algorithm: String,
    }
    blocks {}
}
