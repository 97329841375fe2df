// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket_policy`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_policy).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketPolicy {
    pub bucket: tf::Attr<String>,
    pub policy: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.required("policy", self.policy);
    }
}
impl tf::Declared for AwsS3BucketPolicy {
    const TYPE: &'static str = "aws_s3_bucket_policy";
    type Attributes = AwsS3BucketPolicyAttributes;
}
impl tf::Resource for AwsS3BucketPolicy {}
#[derive(Debug)]
pub struct AwsS3BucketPolicyAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketPolicyAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketPolicyAttributes {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
}
