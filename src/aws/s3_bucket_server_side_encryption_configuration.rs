// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket_server_side_encryption_configuration`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_server_side_encryption_configuration).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketServerSideEncryptionConfiguration {
    pub bucket: tf::Attr<String>,
    pub expected_bucket_owner: tf::Attr<String>,
    pub rule: tf::Blocks<AwsS3BucketServerSideEncryptionConfigurationRule>,
}
impl tf::Block for AwsS3BucketServerSideEncryptionConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.optional("expected_bucket_owner", self.expected_bucket_owner);
        out.blocks("rule", self.rule, 1usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketServerSideEncryptionConfigurationRule {
    pub bucket_key_enabled: tf::Attr<bool>,
    pub apply_server_side_encryption_by_default: tf::Blocks<
        AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault,
    >,
}
impl tf::Block for AwsS3BucketServerSideEncryptionConfigurationRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("bucket_key_enabled", self.bucket_key_enabled);
        out.blocks(
            "apply_server_side_encryption_by_default",
            self.apply_server_side_encryption_by_default,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault {
    pub kms_master_key_id: tf::Attr<String>,
    pub sse_algorithm: tf::Attr<String>,
}
impl tf::Block
for AwsS3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefault {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("kms_master_key_id", self.kms_master_key_id);
        out.required("sse_algorithm", self.sse_algorithm);
    }
}
impl tf::Declared for AwsS3BucketServerSideEncryptionConfiguration {
    const TYPE: &'static str = "aws_s3_bucket_server_side_encryption_configuration";
    type Attributes = AwsS3BucketServerSideEncryptionConfigurationAttributes;
}
impl tf::Resource for AwsS3BucketServerSideEncryptionConfiguration {}
#[derive(Debug)]
pub struct AwsS3BucketServerSideEncryptionConfigurationAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketServerSideEncryptionConfigurationAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketServerSideEncryptionConfigurationAttributes {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn expected_bucket_owner(&self) -> tf::Ref<String> {
        self.0.attribute("expected_bucket_owner")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
}
