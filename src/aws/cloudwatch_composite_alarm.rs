// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudwatch_composite_alarm`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_composite_alarm).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchCompositeAlarm {
    pub actions_enabled: tf::Attr<bool>,
    pub alarm_actions: tf::List<String>,
    pub alarm_description: tf::Attr<String>,
    pub alarm_name: tf::Attr<String>,
    pub alarm_rule: tf::Attr<String>,
    pub insufficient_data_actions: tf::List<String>,
    pub ok_actions: tf::List<String>,
    pub tags: tf::Map<String>,
    pub actions_suppressor: tf::Blocks<AwsCloudwatchCompositeAlarmActionsSuppressor>,
}
impl tf::Block for AwsCloudwatchCompositeAlarm {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("actions_enabled", self.actions_enabled);
        out.optional("alarm_actions", self.alarm_actions);
        out.optional("alarm_description", self.alarm_description);
        out.required("alarm_name", self.alarm_name);
        out.required("alarm_rule", self.alarm_rule);
        out.optional("insufficient_data_actions", self.insufficient_data_actions);
        out.optional("ok_actions", self.ok_actions);
        out.optional("tags", self.tags);
        out.blocks("actions_suppressor", self.actions_suppressor, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchCompositeAlarmActionsSuppressor {
    pub alarm: tf::Attr<String>,
    pub extension_period: tf::Attr<tf::Number>,
    pub wait_period: tf::Attr<tf::Number>,
}
impl tf::Block for AwsCloudwatchCompositeAlarmActionsSuppressor {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("alarm", self.alarm);
        out.required("extension_period", self.extension_period);
        out.required("wait_period", self.wait_period);
    }
}
impl tf::Declared for AwsCloudwatchCompositeAlarm {
    const TYPE: &'static str = "aws_cloudwatch_composite_alarm";
    type Attributes = AwsCloudwatchCompositeAlarmAttributes;
}
impl tf::Resource for AwsCloudwatchCompositeAlarm {}
#[derive(Debug)]
pub struct AwsCloudwatchCompositeAlarmAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchCompositeAlarmAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchCompositeAlarmAttributes {
    pub fn actions_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("actions_enabled")
    }
    pub fn alarm_actions(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("alarm_actions")
    }
    pub fn alarm_description(&self) -> tf::Ref<String> {
        self.0.attribute("alarm_description")
    }
    pub fn alarm_name(&self) -> tf::Ref<String> {
        self.0.attribute("alarm_name")
    }
    pub fn alarm_rule(&self) -> tf::Ref<String> {
        self.0.attribute("alarm_rule")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn insufficient_data_actions(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("insufficient_data_actions")
    }
    pub fn ok_actions(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("ok_actions")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
