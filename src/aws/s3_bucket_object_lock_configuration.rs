// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_s3_bucket_object_lock_configuration`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_object_lock_configuration
    AwsS3BucketObjectLockConfiguration = "aws_s3_bucket_object_lock_configuration", AwsS3BucketObjectLockConfigurationAttributes
    arguments {
        required bucket: String,
        optional expected_bucket_owner: String,
        optional object_lock_enabled: String,
        optional token: String,
    }
    blocks {
        rule: AwsS3BucketObjectLockConfigurationRule = 0..=1,
    }
    attributes {
        id: String,
    }
}

terraform::block_type! {
    /// `rule` of `aws_s3_bucket_object_lock_configuration`.
    AwsS3BucketObjectLockConfigurationRule
    arguments {}
    blocks {
        default_retention: AwsS3BucketObjectLockConfigurationRuleDefaultRetention = 1..=1,
    }
}

terraform::block_type! {
    /// `rule.default_retention` of `aws_s3_bucket_object_lock_configuration`.
    AwsS3BucketObjectLockConfigurationRuleDefaultRetention
    arguments {
        optional days: Number,
        optional mode: String,
        optional years: Number,
    }
    blocks {}
}
