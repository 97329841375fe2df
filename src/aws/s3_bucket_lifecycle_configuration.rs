// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_s3_bucket_lifecycle_configuration`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_lifecycle_configuration
    AwsS3BucketLifecycleConfiguration = "aws_s3_bucket_lifecycle_configuration", AwsS3BucketLifecycleConfigurationAttributes
    arguments {
        required bucket: String,
        optional expected_bucket_owner: String,
        optional transition_default_minimum_object_size: String,
    }
    blocks {
        rule: AwsS3BucketLifecycleConfigurationRule = 0..=usize::MAX,
    }
    attributes {}
}

terraform::block_type! {
    /// `rule` of `aws_s3_bucket_lifecycle_configuration`.
    AwsS3BucketLifecycleConfigurationRule
    arguments {
        required id: String,
        required status: String,
    }
    blocks {
        abort_incomplete_multipart_upload: AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload = 0..=usize::MAX,
        expiration: AwsS3BucketLifecycleConfigurationRuleExpiration = 0..=usize::MAX,
        filter: AwsS3BucketLifecycleConfigurationRuleFilter = 0..=usize::MAX,
        noncurrent_version_expiration: AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration = 0..=usize::MAX,
        transition: AwsS3BucketLifecycleConfigurationRuleTransition = 0..=usize::MAX,
    }
}

terraform::block_type! {
    /// `rule.abort_incomplete_multipart_upload` of `aws_s3_bucket_lifecycle_configuration`.
    AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload
    arguments {
        optional days_after_initiation: Number,
    }
    blocks {}
}

terraform::block_type! {
    /// `rule.expiration` of `aws_s3_bucket_lifecycle_configuration`.
    AwsS3BucketLifecycleConfigurationRuleExpiration
    arguments {
        optional date: String,
        optional days: Number,
        optional expired_object_delete_marker: bool,
    }
    blocks {}
}

terraform::block_type! {
    /// `rule.filter` of `aws_s3_bucket_lifecycle_configuration`.
    AwsS3BucketLifecycleConfigurationRuleFilter
    arguments {
        optional object_size_greater_than: Number,
        optional object_size_less_than: Number,
        optional prefix: String,
    }
    blocks {}
}

terraform::block_type! {
    /// `rule.noncurrent_version_expiration` of `aws_s3_bucket_lifecycle_configuration`.
    AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration
    arguments {
        optional newer_noncurrent_versions: Number,
        required noncurrent_days: Number,
    }
    blocks {}
}

terraform::block_type! {
    /// `rule.transition` of `aws_s3_bucket_lifecycle_configuration`.
    AwsS3BucketLifecycleConfigurationRuleTransition
    arguments {
        optional date: String,
        optional days: Number,
        required storage_class: String,
    }
    blocks {}
}
