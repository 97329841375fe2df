// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_vpc_security_group_ingress_rule`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_security_group_ingress_rule).
#[derive(Debug, Clone, Default)]
pub struct AwsVpcSecurityGroupIngressRule {
    pub cidr_ipv4: tf::Attr<String>,
    pub cidr_ipv6: tf::Attr<String>,
    pub description: tf::Attr<String>,
    pub from_port: tf::Attr<tf::Number>,
    pub ip_protocol: tf::Attr<String>,
    pub prefix_list_id: tf::Attr<String>,
    pub referenced_security_group_id: tf::Attr<String>,
    pub security_group_id: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub to_port: tf::Attr<tf::Number>,
}
impl tf::Block for AwsVpcSecurityGroupIngressRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("cidr_ipv4", self.cidr_ipv4);
        out.optional("cidr_ipv6", self.cidr_ipv6);
        out.optional("description", self.description);
        out.optional("from_port", self.from_port);
        out.required("ip_protocol", self.ip_protocol);
        out.optional("prefix_list_id", self.prefix_list_id);
        out.optional("referenced_security_group_id", self.referenced_security_group_id);
        out.required("security_group_id", self.security_group_id);
        out.optional("tags", self.tags);
        out.optional("to_port", self.to_port);
    }
}
impl tf::Declared for AwsVpcSecurityGroupIngressRule {
    const TYPE: &'static str = "aws_vpc_security_group_ingress_rule";
    type Attributes = AwsVpcSecurityGroupIngressRuleAttributes;
}
impl tf::Resource for AwsVpcSecurityGroupIngressRule {}
#[derive(Debug)]
pub struct AwsVpcSecurityGroupIngressRuleAttributes(tf::Address);
impl From<tf::Address> for AwsVpcSecurityGroupIngressRuleAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsVpcSecurityGroupIngressRuleAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn cidr_ipv4(&self) -> tf::Ref<String> {
        self.0.attribute("cidr_ipv4")
    }
    pub fn cidr_ipv6(&self) -> tf::Ref<String> {
        self.0.attribute("cidr_ipv6")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn from_port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("from_port")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn ip_protocol(&self) -> tf::Ref<String> {
        self.0.attribute("ip_protocol")
    }
    pub fn prefix_list_id(&self) -> tf::Ref<String> {
        self.0.attribute("prefix_list_id")
    }
    pub fn referenced_security_group_id(&self) -> tf::Ref<String> {
        self.0.attribute("referenced_security_group_id")
    }
    pub fn security_group_id(&self) -> tf::Ref<String> {
        self.0.attribute("security_group_id")
    }
    pub fn security_group_rule_id(&self) -> tf::Ref<String> {
        self.0.attribute("security_group_rule_id")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn to_port(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("to_port")
    }
}
