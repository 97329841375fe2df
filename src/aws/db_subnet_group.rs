// GENERATED from src/schema/aws.json. Write it anew: PAYTF_UPDATE=1 cargo test --test aws_types
use crate::tf;
/// The resource [`aws_db_subnet_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_subnet_group).
#[derive(Debug, Clone, Default)]
pub struct AwsDbSubnetGroup {
    pub description: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub subnet_ids: tf::List<String>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsDbSubnetGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.required("subnet_ids", self.subnet_ids);
        out.optional("tags", self.tags);
    }
}
impl tf::Resource for AwsDbSubnetGroup {
    const TYPE: &'static str = "aws_db_subnet_group";
}
impl tf::Handle<AwsDbSubnetGroup> {
    pub fn arn(&self) -> tf::Ref<String> {
        self.reference_to("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.reference_to("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.reference_to("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.reference_to("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.reference_to("name_prefix")
    }
    pub fn subnet_ids(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("subnet_ids")
    }
    pub fn supported_network_types(&self) -> tf::Ref<Vec<String>> {
        self.reference_to("supported_network_types")
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
