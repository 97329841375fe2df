// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_default_security_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_security_group).
#[derive(Debug, Clone, Default)]
pub struct AwsDefaultSecurityGroup {
    pub egress: tf::Attr<tf::Expression>,
    pub ingress: tf::Attr<tf::Expression>,
    pub revoke_rules_on_delete: tf::Attr<bool>,
    pub tags: tf::Map<String>,
    pub vpc_id: tf::Attr<String>,
}
impl tf::Block for AwsDefaultSecurityGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("egress", self.egress);
        out.optional("ingress", self.ingress);
        out.optional("revoke_rules_on_delete", self.revoke_rules_on_delete);
        out.optional("tags", self.tags);
        out.optional("vpc_id", self.vpc_id);
    }
}
impl tf::Resource for AwsDefaultSecurityGroup {
    const TYPE: &'static str = "aws_default_security_group";
}
impl tf::Handle<AwsDefaultSecurityGroup> {
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
