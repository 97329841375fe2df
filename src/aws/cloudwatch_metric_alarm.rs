// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudwatch_metric_alarm`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_metric_alarm).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchMetricAlarm {
    pub actions_enabled: tf::Attr<bool>,
    pub alarm_actions: tf::List<String>,
    pub alarm_description: tf::Attr<String>,
    pub alarm_name: tf::Attr<String>,
    pub comparison_operator: tf::Attr<String>,
    pub datapoints_to_alarm: tf::Attr<tf::Number>,
    pub dimensions: tf::Map<String>,
    pub evaluate_low_sample_count_percentiles: tf::Attr<String>,
    pub evaluation_periods: tf::Attr<tf::Number>,
    pub extended_statistic: tf::Attr<String>,
    pub insufficient_data_actions: tf::List<String>,
    pub metric_name: tf::Attr<String>,
    pub namespace: tf::Attr<String>,
    pub ok_actions: tf::List<String>,
    pub period: tf::Attr<tf::Number>,
    pub statistic: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub threshold: tf::Attr<tf::Number>,
    pub threshold_metric_id: tf::Attr<String>,
    pub treat_missing_data: tf::Attr<String>,
    pub unit: tf::Attr<String>,
    pub metric_query: tf::Blocks<AwsCloudwatchMetricAlarmMetricQuery>,
}
impl tf::Block for AwsCloudwatchMetricAlarm {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("actions_enabled", self.actions_enabled);
        out.optional("alarm_actions", self.alarm_actions);
        out.optional("alarm_description", self.alarm_description);
        out.required("alarm_name", self.alarm_name);
        out.required("comparison_operator", self.comparison_operator);
        out.optional("datapoints_to_alarm", self.datapoints_to_alarm);
        out.optional("dimensions", self.dimensions);
        out.optional(
            "evaluate_low_sample_count_percentiles",
            self.evaluate_low_sample_count_percentiles,
        );
        out.required("evaluation_periods", self.evaluation_periods);
        out.optional("extended_statistic", self.extended_statistic);
        out.optional("insufficient_data_actions", self.insufficient_data_actions);
        out.optional("metric_name", self.metric_name);
        out.optional("namespace", self.namespace);
        out.optional("ok_actions", self.ok_actions);
        out.optional("period", self.period);
        out.optional("statistic", self.statistic);
        out.optional("tags", self.tags);
        out.optional("threshold", self.threshold);
        out.optional("threshold_metric_id", self.threshold_metric_id);
        out.optional("treat_missing_data", self.treat_missing_data);
        out.optional("unit", self.unit);
        out.blocks("metric_query", self.metric_query, 0usize..=usize::MAX);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchMetricAlarmMetricQuery {
    pub account_id: tf::Attr<String>,
    pub expression: tf::Attr<String>,
    pub id: tf::Attr<String>,
    pub label: tf::Attr<String>,
    pub period: tf::Attr<tf::Number>,
    pub return_data: tf::Attr<bool>,
    pub metric: tf::Blocks<AwsCloudwatchMetricAlarmMetricQueryMetric>,
}
impl tf::Block for AwsCloudwatchMetricAlarmMetricQuery {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("account_id", self.account_id);
        out.optional("expression", self.expression);
        out.required("id", self.id);
        out.optional("label", self.label);
        out.optional("period", self.period);
        out.optional("return_data", self.return_data);
        out.blocks("metric", self.metric, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchMetricAlarmMetricQueryMetric {
    pub dimensions: tf::Map<String>,
    pub metric_name: tf::Attr<String>,
    pub namespace: tf::Attr<String>,
    pub period: tf::Attr<tf::Number>,
    pub stat: tf::Attr<String>,
    pub unit: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchMetricAlarmMetricQueryMetric {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("dimensions", self.dimensions);
        out.required("metric_name", self.metric_name);
        out.optional("namespace", self.namespace);
        out.required("period", self.period);
        out.required("stat", self.stat);
        out.optional("unit", self.unit);
    }
}
impl tf::Declared for AwsCloudwatchMetricAlarm {
    const TYPE: &'static str = "aws_cloudwatch_metric_alarm";
    type Attributes = AwsCloudwatchMetricAlarmAttributes;
}
impl tf::Resource for AwsCloudwatchMetricAlarm {}
#[derive(Debug)]
pub struct AwsCloudwatchMetricAlarmAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchMetricAlarmAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchMetricAlarmAttributes {
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
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn comparison_operator(&self) -> tf::Ref<String> {
        self.0.attribute("comparison_operator")
    }
    pub fn datapoints_to_alarm(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("datapoints_to_alarm")
    }
    pub fn dimensions(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("dimensions")
    }
    pub fn evaluate_low_sample_count_percentiles(&self) -> tf::Ref<String> {
        self.0.attribute("evaluate_low_sample_count_percentiles")
    }
    pub fn evaluation_periods(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("evaluation_periods")
    }
    pub fn extended_statistic(&self) -> tf::Ref<String> {
        self.0.attribute("extended_statistic")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn insufficient_data_actions(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("insufficient_data_actions")
    }
    pub fn metric_name(&self) -> tf::Ref<String> {
        self.0.attribute("metric_name")
    }
    pub fn namespace(&self) -> tf::Ref<String> {
        self.0.attribute("namespace")
    }
    pub fn ok_actions(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("ok_actions")
    }
    pub fn period(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("period")
    }
    pub fn statistic(&self) -> tf::Ref<String> {
        self.0.attribute("statistic")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn threshold(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("threshold")
    }
    pub fn threshold_metric_id(&self) -> tf::Ref<String> {
        self.0.attribute("threshold_metric_id")
    }
    pub fn treat_missing_data(&self) -> tf::Ref<String> {
        self.0.attribute("treat_missing_data")
    }
    pub fn unit(&self) -> tf::Ref<String> {
        self.0.attribute("unit")
    }
}
