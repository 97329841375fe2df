// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_network_acl_rule`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/network_acl_rule).
#[derive(Debug, Clone, Default)]
pub struct AwsNetworkAclRule {
    pub cidr_block: tf::Attr<String>,
    pub egress: tf::Attr<bool>,
    pub from_port: tf::Attr<tf::Number>,
    pub icmp_code: tf::Attr<tf::Number>,
    pub icmp_type: tf::Attr<tf::Number>,
    pub ipv6_cidr_block: tf::Attr<String>,
    pub network_acl_id: tf::Attr<String>,
    pub protocol: tf::Attr<String>,
    pub rule_action: tf::Attr<String>,
    pub rule_number: tf::Attr<tf::Number>,
    pub to_port: tf::Attr<tf::Number>,
}
impl tf::Block for AwsNetworkAclRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("cidr_block", self.cidr_block);
        out.optional("egress", self.egress);
        out.optional("from_port", self.from_port);
        out.optional("icmp_code", self.icmp_code);
        out.optional("icmp_type", self.icmp_type);
        out.optional("ipv6_cidr_block", self.ipv6_cidr_block);
        out.required("network_acl_id", self.network_acl_id);
        out.required("protocol", self.protocol);
        out.required("rule_action", self.rule_action);
        out.required("rule_number", self.rule_number);
        out.optional("to_port", self.to_port);
    }
}
impl tf::Declared for AwsNetworkAclRule {
    const TYPE: &'static str = "aws_network_acl_rule";
    type Attributes = AwsNetworkAclRuleAttributes;
}
impl tf::Resource for AwsNetworkAclRule {}
#[derive(Debug)]
pub struct AwsNetworkAclRuleAttributes(tf::Address);
impl From<tf::Address> for AwsNetworkAclRuleAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsNetworkAclRuleAttributes {
    pub fn cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("cidr_block")
    }
    pub fn egress(&self) -> tf::Ref<bool> {
        self.0.attribute("egress")
    }
    pub fn from_port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("from_port")
    }
    pub fn icmp_code(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("icmp_code")
    }
    pub fn icmp_type(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("icmp_type")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ipv6_cidr_block(&self) -> tf::Ref<String> {
        self.0.attribute("ipv6_cidr_block")
    }
    pub fn network_acl_id(&self) -> tf::Ref<String> {
        self.0.attribute("network_acl_id")
    }
    pub fn protocol(&self) -> tf::Ref<String> {
        self.0.attribute("protocol")
    }
    pub fn rule_action(&self) -> tf::Ref<String> {
        self.0.attribute("rule_action")
    }
    pub fn rule_number(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("rule_number")
    }
    pub fn to_port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("to_port")
    }
}
