// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket_logging`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_logging).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLogging {
    pub bucket: tf::Attr<String>,
    pub expected_bucket_owner: tf::Attr<String>,
    pub target_bucket: tf::Attr<String>,
    pub target_prefix: tf::Attr<String>,
    pub target_grant: tf::Blocks<AwsS3BucketLoggingTargetGrant>,
    pub target_object_key_format: tf::Blocks<AwsS3BucketLoggingTargetObjectKeyFormat>,
}
impl tf::Block for AwsS3BucketLogging {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.optional("expected_bucket_owner", self.expected_bucket_owner);
        out.required("target_bucket", self.target_bucket);
        out.required("target_prefix", self.target_prefix);
        out.blocks("target_grant", self.target_grant, 0usize..=usize::MAX);
        out.blocks(
            "target_object_key_format",
            self.target_object_key_format,
            0usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLoggingTargetGrant {
    pub permission: tf::Attr<String>,
    pub grantee: tf::Blocks<AwsS3BucketLoggingTargetGrantGrantee>,
}
impl tf::Block for AwsS3BucketLoggingTargetGrant {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("permission", self.permission);
        out.blocks("grantee", self.grantee, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLoggingTargetGrantGrantee {
    pub email_address: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
    pub uri: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketLoggingTargetGrantGrantee {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("email_address", self.email_address);
        out.required("type", self.r#type);
        out.optional("uri", self.uri);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLoggingTargetObjectKeyFormat {
    pub partitioned_prefix: tf::Blocks<
        AwsS3BucketLoggingTargetObjectKeyFormatPartitionedPrefix,
    >,
    pub simple_prefix: tf::Blocks<AwsS3BucketLoggingTargetObjectKeyFormatSimplePrefix>,
}
impl tf::Block for AwsS3BucketLoggingTargetObjectKeyFormat {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("partitioned_prefix", self.partitioned_prefix, 0usize..=1usize);
        out.blocks("simple_prefix", self.simple_prefix, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLoggingTargetObjectKeyFormatPartitionedPrefix {
    pub partition_date_source: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketLoggingTargetObjectKeyFormatPartitionedPrefix {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("partition_date_source", self.partition_date_source);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketLoggingTargetObjectKeyFormatSimplePrefix {}
impl tf::Block for AwsS3BucketLoggingTargetObjectKeyFormatSimplePrefix {
    fn write(self, _out: &mut tf::BlockWriter) {}
}
impl tf::Declared for AwsS3BucketLogging {
    const TYPE: &'static str = "aws_s3_bucket_logging";
    type Attributes = AwsS3BucketLoggingAttributes;
}
impl tf::Resource for AwsS3BucketLogging {}
#[derive(Debug)]
pub struct AwsS3BucketLoggingAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketLoggingAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketLoggingAttributes {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn expected_bucket_owner(&self) -> tf::Ref<String> {
        self.0.attribute("expected_bucket_owner")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn target_bucket(&self) -> tf::Ref<String> {
        self.0.attribute("target_bucket")
    }
    pub fn target_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("target_prefix")
    }
}
