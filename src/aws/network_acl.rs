// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
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
impl tf::Resource for AwsNetworkAcl {
    const TYPE: &'static str = "aws_network_acl";
}
impl tf::Handle<AwsNetworkAcl> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
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
    pub fn owner_id(&self) -> tf::Ref<String> {
        self.reference_to("owner_id")
    }
    pub fn subnet_ids(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("subnet_ids")
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
