// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_rds_cluster_parameter_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/rds_cluster_parameter_group).
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterParameterGroup {
    pub description: tf::Attr<String>,
    pub family: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub parameter: tf::Blocks<AwsRdsClusterParameterGroupParameter>,
}
impl tf::Block for AwsRdsClusterParameterGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.required("family", self.family);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("tags", self.tags);
        out.blocks("parameter", self.parameter, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsRdsClusterParameterGroupParameter {
    pub apply_method: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsRdsClusterParameterGroupParameter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("apply_method", self.apply_method);
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
impl tf::Declared for AwsRdsClusterParameterGroup {
    const TYPE: &'static str = "aws_rds_cluster_parameter_group";
    type Attributes = AwsRdsClusterParameterGroupAttributes;
}
impl tf::Resource for AwsRdsClusterParameterGroup {}
#[derive(Debug)]
pub struct AwsRdsClusterParameterGroupAttributes(tf::Address);
impl From<tf::Address> for AwsRdsClusterParameterGroupAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsRdsClusterParameterGroupAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn family(&self) -> tf::Ref<String> {
        self.0.attribute("family")
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
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
