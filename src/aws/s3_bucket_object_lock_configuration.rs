// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket_object_lock_configuration`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_object_lock_configuration).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketObjectLockConfiguration {
    pub bucket: tf::Attr<String>,
    pub expected_bucket_owner: tf::Attr<String>,
    pub object_lock_enabled: tf::Attr<String>,
    pub token: tf::Attr<String>,
    pub rule: tf::Blocks<AwsS3BucketObjectLockConfigurationRule>,
}
impl tf::Block for AwsS3BucketObjectLockConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.optional("expected_bucket_owner", self.expected_bucket_owner);
        out.optional("object_lock_enabled", self.object_lock_enabled);
        out.optional("token", self.token);
        out.blocks("rule", self.rule, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketObjectLockConfigurationRule {
    pub default_retention: tf::Blocks<
        AwsS3BucketObjectLockConfigurationRuleDefaultRetention,
    >,
}
impl tf::Block for AwsS3BucketObjectLockConfigurationRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("default_retention", self.default_retention, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketObjectLockConfigurationRuleDefaultRetention {
    pub days: tf::Attr<tf::Number>,
    pub mode: tf::Attr<String>,
    pub years: tf::Attr<tf::Number>,
}
impl tf::Block for AwsS3BucketObjectLockConfigurationRuleDefaultRetention {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("days", self.days);
        out.optional("mode", self.mode);
        out.optional("years", self.years);
    }
}
impl tf::Declared for AwsS3BucketObjectLockConfiguration {
    const TYPE: &'static str = "aws_s3_bucket_object_lock_configuration";
    type Attributes = AwsS3BucketObjectLockConfigurationAttributes;
}
impl tf::Resource for AwsS3BucketObjectLockConfiguration {}
#[derive(Debug)]
pub struct AwsS3BucketObjectLockConfigurationAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketObjectLockConfigurationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketObjectLockConfigurationAttributes {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn expected_bucket_owner(&self) -> tf::Ref<String> {
        self.0.attribute("expected_bucket_owner")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn object_lock_enabled(&self) -> tf::Ref<String> {
        self.0.attribute("object_lock_enabled")
    }
    pub fn token(&self) -> tf::Ref<String> {
        self.0.attribute("token")
    }
}
