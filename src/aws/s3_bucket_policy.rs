// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsS3BucketPolicy {
    const TYPE: &'static str = "aws_s3_bucket_policy";
}
impl tf::Handle<AwsS3BucketPolicy> {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.reference_to("bucket")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.reference_to("policy")
    }
}
