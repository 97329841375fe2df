// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_db_parameter_group`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/db_parameter_group).
#[derive(Debug, Clone, Default)]
pub struct AwsDbParameterGroup {
    pub description: tf::Attr<String>,
    pub family: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub skip_destroy: tf::Attr<bool>,
    pub tags: tf::Map<String>,
    pub parameter: tf::Blocks<AwsDbParameterGroupParameter>,
}
impl tf::Block for AwsDbParameterGroup {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.required("family", self.family);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("skip_destroy", self.skip_destroy);
        out.optional("tags", self.tags);
        out.blocks("parameter", self.parameter, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsDbParameterGroupParameter {
    pub apply_method: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsDbParameterGroupParameter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("apply_method", self.apply_method);
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
impl tf::Declared for AwsDbParameterGroup {
    const TYPE: &'static str = "aws_db_parameter_group";
    type Attributes = AwsDbParameterGroupAttributes;
}
impl tf::Resource for AwsDbParameterGroup {}
#[derive(Debug)]
pub struct AwsDbParameterGroupAttributes(tf::Address);
impl From<tf::Address> for AwsDbParameterGroupAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsDbParameterGroupAttributes {
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
    pub fn skip_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("skip_destroy")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
