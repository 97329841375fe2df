// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket_lifecycle_configuration`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_lifecycle_configuration).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfiguration {
    pub bucket: tf::Attr<String>,
    pub expected_bucket_owner: tf::Attr<String>,
    pub transition_default_minimum_object_size: tf::Attr<String>,
    pub rule: tf::Blocks<AwsS3BucketLifecycleConfigurationRule>,
    pub timeouts: tf::Blocks<AwsS3BucketLifecycleConfigurationTimeouts>,
}
impl tf::Block for AwsS3BucketLifecycleConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.optional("expected_bucket_owner", self.expected_bucket_owner);
        out.optional(
            "transition_default_minimum_object_size",
            self.transition_default_minimum_object_size,
        );
        out.blocks("rule", self.rule, 0usize..=usize::MAX);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRule {
    pub id: tf::Attr<String>,
    pub status: tf::Attr<String>,
    pub abort_incomplete_multipart_upload: tf::Blocks<
        AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload,
    >,
    pub expiration: tf::Blocks<AwsS3BucketLifecycleConfigurationRuleExpiration>,
    pub filter: tf::Blocks<AwsS3BucketLifecycleConfigurationRuleFilter>,
    pub noncurrent_version_expiration: tf::Blocks<
        AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration,
    >,
    pub noncurrent_version_transition: tf::Blocks<
        AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionTransition,
    >,
    pub transition: tf::Blocks<AwsS3BucketLifecycleConfigurationRuleTransition>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("id", self.id);
        out.required("status", self.status);
        out.blocks(
            "abort_incomplete_multipart_upload",
            self.abort_incomplete_multipart_upload,
            0usize..=usize::MAX,
        );
        out.blocks("expiration", self.expiration, 0usize..=usize::MAX);
        out.blocks("filter", self.filter, 0usize..=usize::MAX);
        out.blocks(
            "noncurrent_version_expiration",
            self.noncurrent_version_expiration,
            0usize..=usize::MAX,
        );
        out.blocks(
            "noncurrent_version_transition",
            self.noncurrent_version_transition,
            0usize..=usize::MAX,
        );
        out.blocks("transition", self.transition, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload {
    pub days_after_initiation: tf::Attr<tf::Number>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("days_after_initiation", self.days_after_initiation);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleExpiration {
    pub date: tf::Attr<String>,
    pub days: tf::Attr<tf::Number>,
    pub expired_object_delete_marker: tf::Attr<bool>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleExpiration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("date", self.date);
        out.optional("days", self.days);
        out.optional("expired_object_delete_marker", self.expired_object_delete_marker);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleFilter {
    pub object_size_greater_than: tf::Attr<tf::Number>,
    pub object_size_less_than: tf::Attr<tf::Number>,
    pub prefix: tf::Attr<String>,
    pub and: tf::Blocks<AwsS3BucketLifecycleConfigurationRuleFilterAnd>,
    pub tag: tf::Blocks<AwsS3BucketLifecycleConfigurationRuleFilterTag>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleFilter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("object_size_greater_than", self.object_size_greater_than);
        out.optional("object_size_less_than", self.object_size_less_than);
        out.optional("prefix", self.prefix);
        out.blocks("and", self.and, 0usize..=usize::MAX);
        out.blocks("tag", self.tag, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleFilterAnd {
    pub object_size_greater_than: tf::Attr<tf::Number>,
    pub object_size_less_than: tf::Attr<tf::Number>,
    pub prefix: tf::Attr<String>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleFilterAnd {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("object_size_greater_than", self.object_size_greater_than);
        out.optional("object_size_less_than", self.object_size_less_than);
        out.optional("prefix", self.prefix);
        out.optional("tags", self.tags);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleFilterTag {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleFilterTag {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration {
    pub newer_noncurrent_versions: tf::Attr<tf::Number>,
    pub noncurrent_days: tf::Attr<tf::Number>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("newer_noncurrent_versions", self.newer_noncurrent_versions);
        out.required("noncurrent_days", self.noncurrent_days);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionTransition {
    pub newer_noncurrent_versions: tf::Attr<tf::Number>,
    pub noncurrent_days: tf::Attr<tf::Number>,
    pub storage_class: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleNoncurrentVersionTransition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("newer_noncurrent_versions", self.newer_noncurrent_versions);
        out.required("noncurrent_days", self.noncurrent_days);
        out.required("storage_class", self.storage_class);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationRuleTransition {
    pub date: tf::Attr<String>,
    pub days: tf::Attr<tf::Number>,
    pub storage_class: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationRuleTransition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("date", self.date);
        out.optional("days", self.days);
        out.required("storage_class", self.storage_class);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLifecycleConfigurationTimeouts {
    pub create: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketLifecycleConfigurationTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsS3BucketLifecycleConfiguration {
    const TYPE: &'static str = "aws_s3_bucket_lifecycle_configuration";
    type Attributes = AwsS3BucketLifecycleConfigurationAttributes;
}
impl tf::Resource for AwsS3BucketLifecycleConfiguration {}
#[derive(Debug)]
pub struct AwsS3BucketLifecycleConfigurationAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketLifecycleConfigurationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketLifecycleConfigurationAttributes {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn expected_bucket_owner(&self) -> tf::Ref<String> {
        self.0.attribute("expected_bucket_owner")
    }
    pub fn transition_default_minimum_object_size(&self) -> tf::Ref<String> {
        self.0.attribute("transition_default_minimum_object_size")
    }
}
