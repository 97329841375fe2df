// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_default_network_acl`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_network_acl).
#[derive(Debug, Clone, Default)]
pub struct AwsDefaultNetworkAcl {
    pub default_network_acl_id: tf::Attr<String>,
    pub subnet_ids: tf::List<String>,
    pub tags: tf::Map<String>,
    pub egress: tf::Blocks<AwsDefaultNetworkAclEgress>,
    pub ingress: tf::Blocks<AwsDefaultNetworkAclIngress>,
}
impl tf::Block for AwsDefaultNetworkAcl {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("default_network_acl_id", self.default_network_acl_id);
        out.optional("subnet_ids", self.subnet_ids);
        out.optional("tags", self.tags);
        out.blocks("egress", self.egress, 0usize..=usize::MAX);
        out.blocks("ingress", self.ingress, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDefaultNetworkAclEgress {
    pub action: tf::Attr<String>,
    pub cidr_block: tf::Attr<String>,
    pub from_port: tf::Attr<tf::Number>,
    pub icmp_code: tf::Attr<tf::Number>,
    pub icmp_type: tf::Attr<tf::Number>,
    pub ipv6_cidr_block: tf::Attr<String>,
    pub protocol: tf::Attr<String>,
    pub rule_no: tf::Attr<tf::Number>,
    pub to_port: tf::Attr<tf::Number>,
}
impl tf::Block for AwsDefaultNetworkAclEgress {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("action", self.action);
        out.optional("cidr_block", self.cidr_block);
        out.required("from_port", self.from_port);
        out.optional("icmp_code", self.icmp_code);
        out.optional("icmp_type", self.icmp_type);
        out.optional("ipv6_cidr_block", self.ipv6_cidr_block);
        out.required("protocol", self.protocol);
        out.required("rule_no", self.rule_no);
        out.required("to_port", self.to_port);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDefaultNetworkAclIngress {
    pub action: tf::Attr<String>,
    pub cidr_block: tf::Attr<String>,
    pub from_port: tf::Attr<tf::Number>,
    pub icmp_code: tf::Attr<tf::Number>,
    pub icmp_type: tf::Attr<tf::Number>,
    pub ipv6_cidr_block: tf::Attr<String>,
    pub protocol: tf::Attr<String>,
    pub rule_no: tf::Attr<tf::Number>,
    pub to_port: tf::Attr<tf::Number>,
}
impl tf::Block for AwsDefaultNetworkAclIngress {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("action", self.action);
        out.optional("cidr_block", self.cidr_block);
        out.required("from_port", self.from_port);
        out.optional("icmp_code", self.icmp_code);
        out.optional("icmp_type", self.icmp_type);
        out.optional("ipv6_cidr_block", self.ipv6_cidr_block);
        out.required("protocol", self.protocol);
        out.required("rule_no", self.rule_no);
        out.required("to_port", self.to_port);
    }
}
impl tf::Declared for AwsDefaultNetworkAcl {
    const TYPE: &'static str = "aws_default_network_acl";
    type Attributes = AwsDefaultNetworkAclAttributes;
}
impl tf::Resource for AwsDefaultNetworkAcl {}
#[derive(Debug)]
pub struct AwsDefaultNetworkAclAttributes(tf::Address);
impl From<tf::Address> for AwsDefaultNetworkAclAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDefaultNetworkAclAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn default_network_acl_id(&self) -> tf::Ref<String> {
        self.0.attribute("default_network_acl_id")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
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
