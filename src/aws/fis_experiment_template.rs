// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_fis_experiment_template`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/fis_experiment_template).
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplate {
    pub description: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub action: tf::Blocks<AwsFisExperimentTemplateAction>,
    pub experiment_options: tf::Blocks<AwsFisExperimentTemplateExperimentOptions>,
    pub experiment_report_configuration: tf::Blocks<
        AwsFisExperimentTemplateExperimentReportConfiguration,
    >,
    pub log_configuration: tf::Blocks<AwsFisExperimentTemplateLogConfiguration>,
    pub stop_condition: tf::Blocks<AwsFisExperimentTemplateStopCondition>,
    pub target: tf::Blocks<AwsFisExperimentTemplateTarget>,
    pub timeouts: tf::Blocks<AwsFisExperimentTemplateTimeouts>,
}
impl tf::Block for AwsFisExperimentTemplate {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("description", self.description);
        out.required("role_arn", self.role_arn);
        out.optional("tags", self.tags);
        out.blocks("action", self.action, 1usize..=usize::MAX);
        out.blocks("experiment_options", self.experiment_options, 0usize..=1usize);
        out.blocks(
            "experiment_report_configuration",
            self.experiment_report_configuration,
            0usize..=1usize,
        );
        out.blocks("log_configuration", self.log_configuration, 0usize..=1usize);
        out.blocks("stop_condition", self.stop_condition, 1usize..=usize::MAX);
        out.blocks("target", self.target, 0usize..=usize::MAX);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateAction {
    pub action_id: tf::Attr<String>,
    pub description: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub start_after: tf::List<String>,
    pub parameter: tf::Blocks<AwsFisExperimentTemplateActionParameter>,
    pub target: tf::Blocks<AwsFisExperimentTemplateActionTarget>,
}
impl tf::Block for AwsFisExperimentTemplateAction {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("action_id", self.action_id);
        out.optional("description", self.description);
        out.required("name", self.name);
        out.optional("start_after", self.start_after);
        out.blocks("parameter", self.parameter, 0usize..=usize::MAX);
        out.blocks("target", self.target, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateActionParameter {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateActionParameter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateActionTarget {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateActionTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateExperimentOptions {
    pub account_targeting: tf::Attr<String>,
    pub empty_target_resolution_mode: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateExperimentOptions {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("account_targeting", self.account_targeting);
        out.optional("empty_target_resolution_mode", self.empty_target_resolution_mode);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateExperimentReportConfiguration {
    pub post_experiment_duration: tf::Attr<String>,
    pub pre_experiment_duration: tf::Attr<String>,
    pub data_sources: tf::Blocks<
        AwsFisExperimentTemplateExperimentReportConfigurationDataSources,
    >,
    pub outputs: tf::Blocks<
        AwsFisExperimentTemplateExperimentReportConfigurationOutputs,
    >,
}
impl tf::Block for AwsFisExperimentTemplateExperimentReportConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("post_experiment_duration", self.post_experiment_duration);
        out.optional("pre_experiment_duration", self.pre_experiment_duration);
        out.blocks("data_sources", self.data_sources, 0usize..=1usize);
        out.blocks("outputs", self.outputs, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateExperimentReportConfigurationDataSources {
    pub cloudwatch_dashboard: tf::Blocks<
        AwsFisExperimentTemplateExperimentReportConfigurationDataSourcesCloudwatchDashboard,
    >,
}
impl tf::Block for AwsFisExperimentTemplateExperimentReportConfigurationDataSources {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks(
            "cloudwatch_dashboard",
            self.cloudwatch_dashboard,
            0usize..=usize::MAX,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateExperimentReportConfigurationDataSourcesCloudwatchDashboard {
    pub dashboard_arn: tf::Attr<String>,
}
impl tf::Block
for AwsFisExperimentTemplateExperimentReportConfigurationDataSourcesCloudwatchDashboard {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("dashboard_arn", self.dashboard_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateExperimentReportConfigurationOutputs {
    pub s3_configuration: tf::Blocks<
        AwsFisExperimentTemplateExperimentReportConfigurationOutputsS3Configuration,
    >,
}
impl tf::Block for AwsFisExperimentTemplateExperimentReportConfigurationOutputs {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("s3_configuration", self.s3_configuration, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateExperimentReportConfigurationOutputsS3Configuration {
    pub bucket_name: tf::Attr<String>,
    pub prefix: tf::Attr<String>,
}
impl tf::Block
for AwsFisExperimentTemplateExperimentReportConfigurationOutputsS3Configuration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket_name", self.bucket_name);
        out.optional("prefix", self.prefix);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateLogConfiguration {
    pub log_schema_version: tf::Attr<tf::Number>,
    pub cloudwatch_logs_configuration: tf::Blocks<
        AwsFisExperimentTemplateLogConfigurationCloudwatchLogsConfiguration,
    >,
    pub s3_configuration: tf::Blocks<
        AwsFisExperimentTemplateLogConfigurationS3Configuration,
    >,
}
impl tf::Block for AwsFisExperimentTemplateLogConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("log_schema_version", self.log_schema_version);
        out.blocks(
            "cloudwatch_logs_configuration",
            self.cloudwatch_logs_configuration,
            0usize..=1usize,
        );
        out.blocks("s3_configuration", self.s3_configuration, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateLogConfigurationCloudwatchLogsConfiguration {
    pub log_group_arn: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateLogConfigurationCloudwatchLogsConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("log_group_arn", self.log_group_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateLogConfigurationS3Configuration {
    pub bucket_name: tf::Attr<String>,
    pub prefix: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateLogConfigurationS3Configuration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("bucket_name", self.bucket_name);
        out.optional("prefix", self.prefix);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateStopCondition {
    pub source: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateStopCondition {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("source", self.source);
        out.optional("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateTarget {
    pub name: tf::Attr<String>,
    pub parameters: tf::Map<String>,
    pub resource_arns: tf::List<String>,
    pub resource_type: tf::Attr<String>,
    pub selection_mode: tf::Attr<String>,
    pub filter: tf::Blocks<AwsFisExperimentTemplateTargetFilter>,
    pub resource_tag: tf::Blocks<AwsFisExperimentTemplateTargetResourceTag>,
}
impl tf::Block for AwsFisExperimentTemplateTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.optional("parameters", self.parameters);
        out.optional("resource_arns", self.resource_arns);
        out.required("resource_type", self.resource_type);
        out.required("selection_mode", self.selection_mode);
        out.blocks("filter", self.filter, 0usize..=usize::MAX);
        out.blocks("resource_tag", self.resource_tag, 0usize..=50usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateTargetFilter {
    pub path: tf::Attr<String>,
    pub values: tf::List<String>,
}
impl tf::Block for AwsFisExperimentTemplateTargetFilter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("path", self.path);
        out.required("values", self.values);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateTargetResourceTag {
    pub key: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateTargetResourceTag {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsFisExperimentTemplateTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsFisExperimentTemplateTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsFisExperimentTemplate {
    const TYPE: &'static str = "aws_fis_experiment_template";
    type Attributes = AwsFisExperimentTemplateAttributes;
}
impl tf::Resource for AwsFisExperimentTemplate {}
#[derive(Debug)]
pub struct AwsFisExperimentTemplateAttributes(tf::Address);
impl From<tf::Address> for AwsFisExperimentTemplateAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsFisExperimentTemplateAttributes {
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("role_arn")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
}
