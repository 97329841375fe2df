// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_kms_alias`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/kms_alias).
#[derive(Debug, Clone, Default)]
pub struct AwsKmsAlias {
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub target_key_id: tf::Attr<String>,
}
impl tf::Block for AwsKmsAlias {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.required("target_key_id", self.target_key_id);
    }
}
impl tf::Declared for AwsKmsAlias {
    const TYPE: &'static str = "aws_kms_alias";
    type Attributes = AwsKmsAliasAttributes;
}
impl tf::Resource for AwsKmsAlias {}
#[derive(Debug)]
pub struct AwsKmsAliasAttributes(tf::Address);
impl From<tf::Address> for AwsKmsAliasAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsKmsAliasAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn target_key_arn(&self) -> tf::Ref<String> {
        self.0.attribute("target_key_arn")
    }
    pub fn target_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("target_key_id")
    }
}
