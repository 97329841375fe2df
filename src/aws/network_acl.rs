// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_network_acl`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl).
#[derive(Debug, Clone, Default)]
pub struct AwsNetworkAcl {
    pub egress: tf::Attr<tf::Expression>,
    pub ingress: tf::Attr<tf::Expression>,
    pub subnet_ids: tf::List<String>,
    pub tags: tf::Map<String>,
    pub vpc_id: tf::Attr<String>,
}
impl tf::Block for AwsNetworkAcl {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("egress", self.egress);
        out.optional("ingress", self.ingress);
        out.optional("subnet_ids", self.subnet_ids);
        out.optional("tags", self.tags);
        out.required("vpc_id", self.vpc_id);
    }
}
impl tf::Declared for AwsNetworkAcl {
    const TYPE: &'static str = "aws_network_acl";
    type Attributes = AwsNetworkAclAttributes;
}
impl tf::Resource for AwsNetworkAcl {}
#[derive(Debug)]
pub struct AwsNetworkAclAttributes(tf::Address);
impl From<tf::Address> for AwsNetworkAclAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsNetworkAclAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn egress(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("egress")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ingress(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.0.attribute("ingress")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn subnet_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("subnet_ids")
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
