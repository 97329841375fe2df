// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_internet_gateway`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/internet_gateway).
#[derive(Debug, Clone, Default)]
pub struct AwsInternetGateway {
    pub tags: tf::Map<String>,
    pub vpc_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsInternetGatewayTimeouts>,
}
impl tf::Block for AwsInternetGateway {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("tags", self.tags);
        out.optional("vpc_id", self.vpc_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsInternetGatewayTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsInternetGatewayTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsInternetGateway {
    const TYPE: &'static str = "aws_internet_gateway";
    type Attributes = AwsInternetGatewayAttributes;
}
impl tf::Resource for AwsInternetGateway {}
#[derive(Debug)]
pub struct AwsInternetGatewayAttributes(tf::Address);
impl From<tf::Address> for AwsInternetGatewayAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsInternetGatewayAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.0.attribute("vpc_id")
    }
}
