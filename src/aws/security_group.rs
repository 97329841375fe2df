// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsSecurityGroup {
    const TYPE: &'static str = "aws_security_group";
}
impl tf::Handle<AwsSecurityGroup> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.reference_to("description")
    }
    pub fn egress(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.reference_to("egress")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn ingress(&self) -> tf::Ref<Vec<tf::Expression>> {
        self.reference_to("ingress")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.reference_to("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.reference_to("name_prefix")
    }
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.reference_to("owner_id")
    }
    pub fn revoke_rules_on_delete(&self) -> tf::Ref<bool> {
        self.reference_to("revoke_rules_on_delete")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.reference_to("tags_all")
    }
    pub fn vpc_id(&self) -> tf::Ref<String> {
        self.reference_to("vpc_id")
    }
}
