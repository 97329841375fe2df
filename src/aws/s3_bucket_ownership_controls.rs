// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
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
impl tf::Declared for AwsS3BucketOwnershipControls {
    const TYPE: &'static str = "aws_s3_bucket_ownership_controls";
    type Attributes = AwsS3BucketOwnershipControlsAttributes;
}
impl tf::Resource for AwsS3BucketOwnershipControls {}
#[derive(Debug)]
pub struct AwsS3BucketOwnershipControlsAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketOwnershipControlsAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketOwnershipControlsAttributes {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
}
