// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudwatch_event_rule`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_event_rule).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventRule {
    pub description: tf::Attr<String>,
    pub event_bus_name: tf::Attr<String>,
    pub event_pattern: tf::Attr<String>,
    pub force_destroy: tf::Attr<bool>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub schedule_expression: tf::Attr<String>,
    pub state: tf::Attr<String>,
    pub tags: tf::Map<String>,
}
impl tf::Block for AwsCloudwatchEventRule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.optional("event_bus_name", self.event_bus_name);
        out.optional("event_pattern", self.event_pattern);
        out.optional("force_destroy", self.force_destroy);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("role_arn", self.role_arn);
        out.optional("schedule_expression", self.schedule_expression);
        out.optional("state", self.state);
        out.optional("tags", self.tags);
    }
}
impl tf::Declared for AwsCloudwatchEventRule {
    const TYPE: &'static str = "aws_cloudwatch_event_rule";
    type Attributes = AwsCloudwatchEventRuleAttributes;
}
impl tf::Resource for AwsCloudwatchEventRule {}
#[derive(Debug)]
pub struct AwsCloudwatchEventRuleAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchEventRuleAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchEventRuleAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn event_bus_name(&self) -> tf::Ref<String> {
        self.0.attribute("event_bus_name")
    }
    pub fn event_pattern(&self) -> tf::Ref<String> {
        self.0.attribute("event_pattern")
    }
    pub fn force_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("force_destroy")
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
    pub fn role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("role_arn")
    }
    pub fn schedule_expression(&self) -> tf::Ref<String> {
        self.0.attribute("schedule_expression")
    }
    pub fn state(&self) -> tf::Ref<String> {
        self.0.attribute("state")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
