// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_s3_bucket_ownership_controls`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_ownership_controls).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketOwnershipControls {
    pub bucket: tf::Attr<String>,
    pub rule: tf::Blocks<AwsS3BucketOwnershipControlsRule>,
}
impl tf::Block for AwsS3BucketOwnershipControls {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.blocks("rule", self.rule, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketOwnershipControlsRule {
    pub object_ownership: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketOwnershipControlsRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("object_ownership", self.object_ownership);
    }
}
impl tf::Resource for AwsS3BucketOwnershipControls {
    const TYPE: &'static str = "aws_s3_bucket_ownership_controls";
}
impl tf::Handle<AwsS3BucketOwnershipControls> {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.reference_to("bucket")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
}
