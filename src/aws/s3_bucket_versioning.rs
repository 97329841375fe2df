// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_s3_bucket_versioning`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/s3_bucket_versioning).
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketVersioning {
    pub bucket: tf::Attr<String>,
    pub expected_bucket_owner: tf::Attr<String>,
    pub mfa: tf::Attr<String>,
    pub versioning_configuration: tf::Blocks<
        AwsS3BucketVersioningVersioningConfiguration,
    >,
}
impl tf::Block for AwsS3BucketVersioning {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket", self.bucket);
        out.optional("expected_bucket_owner", self.expected_bucket_owner);
        out.optional("mfa", self.mfa);
        out.blocks(
            "versioning_configuration",
            self.versioning_configuration,
            1usize..=1usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsS3BucketVersioningVersioningConfiguration {
    pub mfa_delete: tf::Attr<String>,
    pub status: tf::Attr<String>,
}
impl tf::Block for AwsS3BucketVersioningVersioningConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("mfa_delete", self.mfa_delete);
        out.required("status", self.status);
    }
}
impl tf::Declared for AwsS3BucketVersioning {
    const TYPE: &'static str = "aws_s3_bucket_versioning";
    type Attributes = AwsS3BucketVersioningAttributes;
}
impl tf::Resource for AwsS3BucketVersioning {}
#[derive(Debug)]
pub struct AwsS3BucketVersioningAttributes(tf::Address);
impl From<tf::Address> for AwsS3BucketVersioningAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsS3BucketVersioningAttributes {
    pub fn bucket(&self) -> tf::Ref<String> {
        self.0.attribute("bucket")
    }
    pub fn expected_bucket_owner(&self) -> tf::Ref<String> {
        self.0.attribute("expected_bucket_owner")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn mfa(&self) -> tf::Ref<String> {
        self.0.attribute("mfa")
    }
}
