// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket_public_access_block`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_public_access_block).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketPublicAccessBlock {
    pub block_public_acls: tf::Attr<bool>,
    pub block_public_policy: tf::Attr<bool>,
    pub bucket: tf::Attr<String>,
    pub ignore_public_acls: tf::Attr<bool>,
    pub restrict_public_buckets: tf::Attr<bool>,
}
impl tf::Block for AwsS3BucketPublicAccessBlock {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("block_public_acls", self.block_public_acls);
        out.optional("block_public_policy", self.block_public_policy);
        out.required("bucket", self.bucket);
        out.optional("ignore_public_acls", self.ignore_public_acls);
        out.optional("restrict_public_buckets", self.restrict_public_buckets);
    }
}
impl tf::Declared for AwsS3BucketPublicAccessBlock {
    const TYPE: &'static str = "aws_s3_bucket_public_access_block";
    type Attributes = AwsS3BucketPublicAccessBlockAttributes;
}
impl tf::Resource for AwsS3BucketPublicAccessBlock {}
#[derive(Debug)]
pub struct AwsS3BucketPublicAccessBlockAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketPublicAccessBlockAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketPublicAccessBlockAttributes {
    pub fn block_public_acls(&self) -> tf::Ref<bool> {
        self.0.attribute("block_public_acls")
    }
    pub fn block_public_policy(&self) -> tf::Ref<bool> {
        self.0.attribute("block_public_policy")
    }
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ignore_public_acls(&self) -> tf::Ref<bool> {
        self.0.attribute("ignore_public_acls")
    }
    pub fn restrict_public_buckets(&self) -> tf::Ref<bool> {
        self.0.attribute("restrict_public_buckets")
    }
}
