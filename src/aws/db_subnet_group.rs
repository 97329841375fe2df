// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
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
impl tf::Declared for AwsDbSubnetGroup {
    const TYPE: &'static str = "aws_db_subnet_group";
    type Attributes = AwsDbSubnetGroupAttributes;
}
impl tf::Resource for AwsDbSubnetGroup {}
#[derive(Debug)]
pub struct AwsDbSubnetGroupAttributes(tf::Address);
impl From<tf::Address> for AwsDbSubnetGroupAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDbSubnetGroupAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn subnet_ids(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("subnet_ids")
    }
    pub fn supported_network_types(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("supported_network_types")
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
