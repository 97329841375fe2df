// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket).
#[derive(Debug, Clone, Default)]
pub struct AwsS3Bucket {
    pub bucket: tf::Attr<String>,
    pub bucket_prefix: tf::Attr<String>,
    pub force_destroy: tf::Attr<bool>,
    pub object_lock_enabled: tf::Attr<bool>,
    pub tags: tf::Map<String>,
    pub timeouts: tf::Blocks<AwsS3BucketTimeouts>,
}
impl tf::Block for AwsS3Bucket {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("bucket", self.bucket);
        out.optional("bucket_prefix", self.bucket_prefix);
        out.optional("force_destroy", self.force_destroy);
        out.optional("object_lock_enabled", self.object_lock_enabled);
        out.optional("tags", self.tags);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub read: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("read", self.read);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsS3Bucket {
    const TYPE: &'static str = "aws_s3_bucket";
    type Attributes = AwsS3BucketAttributes;
}
impl tf::Resource for AwsS3Bucket {}
#[derive(Debug)]
pub struct AwsS3BucketAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn bucket_domain_name(&self) -> tf::Ref<String> {
        self.0.attribute("bucket_domain_name")
    }
    pub fn bucket_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("bucket_prefix")
    }
    pub fn bucket_regional_domain_name(&self) -> tf::Ref<String> {
        self.0.attribute("bucket_regional_domain_name")
    }
    pub fn force_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("force_destroy")
    }
    pub fn hosted_zone_id(&self) -> tf::Ref<String> {
        self.0.attribute("hosted_zone_id")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn object_lock_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("object_lock_enabled")
    }
    pub fn region(&self) -> tf::Ref<String> {
        self.0.attribute("region")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
