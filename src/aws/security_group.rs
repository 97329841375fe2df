// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_security_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group).
#[derive(Debug, Clone, Default)]
pub struct AwsSecurityGroup {
    pub description: tf::Attr<String>,
    pub egress: tf::Attr<tf::Expression>,
    pub ingress: tf::Attr<tf::Expression>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub revoke_rules_on_delete: tf::Attr<bool>,
    pub tags: tf::Map<String>,
    pub vpc_id: tf::Attr<String>,
    pub timeouts: tf::Blocks<AwsSecurityGroupTimeouts>,
}
impl tf::Block for AwsSecurityGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.optional("egress", self.egress);
        out.optional("ingress", self.ingress);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("revoke_rules_on_delete", self.revoke_rules_on_delete);
        out.optional("tags", self.tags);
        out.optional("vpc_id", self.vpc_id);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSecurityGroupTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
}
impl tf::Block for AwsSecurityGroupTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
    }
}
impl tf::Declared for AwsSecurityGroup {
    const TYPE: &'static str = "aws_security_group";
    type Attributes = AwsSecurityGroupAttributes;
}
impl tf::Resource for AwsSecurityGroup {}
#[derive(Debug)]
pub struct AwsSecurityGroupAttributes(tf::Address);
impl From<tf::Address> for AwsSecurityGroupAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSecurityGroupAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
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
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.0.attribute("owner_id")
    }
    pub fn revoke_rules_on_delete(&self) -> tf::Ref<bool> {
        self.0.attribute("revoke_rules_on_delete")
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
