// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_scheduler_schedule`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/scheduler_schedule).
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerSchedule {
    pub description: tf::Attr<String>,
    pub end_date: tf::Attr<String>,
    pub group_name: tf::Attr<String>,
    pub kms_key_arn: tf::Attr<String>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub schedule_expression: tf::Attr<String>,
    pub schedule_expression_timezone: tf::Attr<String>,
    pub start_date: tf::Attr<String>,
    pub state: tf::Attr<String>,
    pub flexible_time_window: tf::Blocks<AwsSchedulerScheduleFlexibleTimeWindow>,
    pub target: tf::Blocks<AwsSchedulerScheduleTarget>,
}
impl tf::Block for AwsSchedulerSchedule {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("description", self.description);
        out.optional("end_date", self.end_date);
        out.optional("group_name", self.group_name);
        out.optional("kms_key_arn", self.kms_key_arn);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.required("schedule_expression", self.schedule_expression);
        out.optional("schedule_expression_timezone", self.schedule_expression_timezone);
        out.optional("start_date", self.start_date);
        out.optional("state", self.state);
        out.blocks("flexible_time_window", self.flexible_time_window, 1usize..=1usize);
        out.blocks("target", self.target, 1usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleFlexibleTimeWindow {
    pub maximum_window_in_minutes: tf::Attr<tf::Number>,
    pub mode: tf::Attr<String>,
}
impl tf::Block for AwsSchedulerScheduleFlexibleTimeWindow {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("maximum_window_in_minutes", self.maximum_window_in_minutes);
        out.required("mode", self.mode);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTarget {
    pub arn: tf::Attr<String>,
    pub input: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub dead_letter_config: tf::Blocks<AwsSchedulerScheduleTargetDeadLetterConfig>,
    pub ecs_parameters: tf::Blocks<AwsSchedulerScheduleTargetEcsParameters>,
    pub eventbridge_parameters: tf::Blocks<
        AwsSchedulerScheduleTargetEventbridgeParameters,
    >,
    pub kinesis_parameters: tf::Blocks<AwsSchedulerScheduleTargetKinesisParameters>,
    pub retry_policy: tf::Blocks<AwsSchedulerScheduleTargetRetryPolicy>,
    pub sagemaker_pipeline_parameters: tf::Blocks<
        AwsSchedulerScheduleTargetSagemakerPipelineParameters,
    >,
    pub sqs_parameters: tf::Blocks<AwsSchedulerScheduleTargetSqsParameters>,
}
impl tf::Block for AwsSchedulerScheduleTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("arn", self.arn);
        out.optional("input", self.input);
        out.required("role_arn", self.role_arn);
        out.blocks("dead_letter_config", self.dead_letter_config, 0usize..=1usize);
        out.blocks("ecs_parameters", self.ecs_parameters, 0usize..=1usize);
        out.blocks(
            "eventbridge_parameters",
            self.eventbridge_parameters,
            0usize..=1usize,
        );
        out.blocks("kinesis_parameters", self.kinesis_parameters, 0usize..=1usize);
        out.blocks("retry_policy", self.retry_policy, 0usize..=1usize);
        out.blocks(
            "sagemaker_pipeline_parameters",
            self.sagemaker_pipeline_parameters,
            0usize..=1usize,
        );
        out.blocks("sqs_parameters", self.sqs_parameters, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetDeadLetterConfig {
    pub arn: tf::Attr<String>,
}
impl tf::Block for AwsSchedulerScheduleTargetDeadLetterConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("arn", self.arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetEcsParameters {
    pub enable_ecs_managed_tags: tf::Attr<bool>,
    pub enable_execute_command: tf::Attr<bool>,
    pub group: tf::Attr<String>,
    pub launch_type: tf::Attr<String>,
    pub platform_version: tf::Attr<String>,
    pub propagate_tags: tf::Attr<String>,
    pub reference_id: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub task_count: tf::Attr<tf::Number>,
    pub task_definition_arn: tf::Attr<String>,
    pub capacity_provider_strategy: tf::Blocks<
        AwsSchedulerScheduleTargetEcsParametersCapacityProviderStrategy,
    >,
    pub network_configuration: tf::Blocks<
        AwsSchedulerScheduleTargetEcsParametersNetworkConfiguration,
    >,
    pub placement_constraints: tf::Blocks<
        AwsSchedulerScheduleTargetEcsParametersPlacementConstraints,
    >,
    pub placement_strategy: tf::Blocks<
        AwsSchedulerScheduleTargetEcsParametersPlacementStrategy,
    >,
}
impl tf::Block for AwsSchedulerScheduleTargetEcsParameters {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("enable_ecs_managed_tags", self.enable_ecs_managed_tags);
        out.optional("enable_execute_command", self.enable_execute_command);
        out.optional("group", self.group);
        out.optional("launch_type", self.launch_type);
        out.optional("platform_version", self.platform_version);
        out.optional("propagate_tags", self.propagate_tags);
        out.optional("reference_id", self.reference_id);
        out.optional("tags", self.tags);
        out.optional("task_count", self.task_count);
        out.required("task_definition_arn", self.task_definition_arn);
        out.blocks(
            "capacity_provider_strategy",
            self.capacity_provider_strategy,
            0usize..=6usize,
        );
        out.blocks("network_configuration", self.network_configuration, 0usize..=1usize);
        out.blocks(
            "placement_constraints",
            self.placement_constraints,
            0usize..=10usize,
        );
        out.blocks("placement_strategy", self.placement_strategy, 0usize..=5usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetEcsParametersCapacityProviderStrategy {
    pub base: tf::Attr<tf::Number>,
    pub capacity_provider: tf::Attr<String>,
    pub weight: tf::Attr<tf::Number>,
}
impl tf::Block for AwsSchedulerScheduleTargetEcsParametersCapacityProviderStrategy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("base", self.base);
        out.required("capacity_provider", self.capacity_provider);
        out.optional("weight", self.weight);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetEcsParametersNetworkConfiguration {
    pub assign_public_ip: tf::Attr<bool>,
    pub security_groups: tf::List<String>,
    pub subnets: tf::List<String>,
}
impl tf::Block for AwsSchedulerScheduleTargetEcsParametersNetworkConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("assign_public_ip", self.assign_public_ip);
        out.optional("security_groups", self.security_groups);
        out.required("subnets", self.subnets);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetEcsParametersPlacementConstraints {
    pub expression: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsSchedulerScheduleTargetEcsParametersPlacementConstraints {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("expression", self.expression);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetEcsParametersPlacementStrategy {
    pub field: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsSchedulerScheduleTargetEcsParametersPlacementStrategy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("field", self.field);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetEventbridgeParameters {
    pub detail_type: tf::Attr<String>,
    pub source: tf::Attr<String>,
}
impl tf::Block for AwsSchedulerScheduleTargetEventbridgeParameters {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("detail_type", self.detail_type);
        out.required("source", self.source);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetKinesisParameters {
    pub partition_key: tf::Attr<String>,
}
impl tf::Block for AwsSchedulerScheduleTargetKinesisParameters {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("partition_key", self.partition_key);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetRetryPolicy {
    pub maximum_event_age_in_seconds: tf::Attr<tf::Number>,
    pub maximum_retry_attempts: tf::Attr<tf::Number>,
}
impl tf::Block for AwsSchedulerScheduleTargetRetryPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("maximum_event_age_in_seconds", self.maximum_event_age_in_seconds);
        out.optional("maximum_retry_attempts", self.maximum_retry_attempts);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetSagemakerPipelineParameters {
    pub pipeline_parameter: tf::Blocks<
        AwsSchedulerScheduleTargetSagemakerPipelineParametersPipelineParameter,
    >,
}
impl tf::Block for AwsSchedulerScheduleTargetSagemakerPipelineParameters {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("pipeline_parameter", self.pipeline_parameter, 0usize..=200usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetSagemakerPipelineParametersPipelineParameter {
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block
for AwsSchedulerScheduleTargetSagemakerPipelineParametersPipelineParameter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSchedulerScheduleTargetSqsParameters {
    pub message_group_id: tf::Attr<String>,
}
impl tf::Block for AwsSchedulerScheduleTargetSqsParameters {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("message_group_id", self.message_group_id);
    }
}
impl tf::Declared for AwsSchedulerSchedule {
    const TYPE: &'static str = "aws_scheduler_schedule";
    type Attributes = AwsSchedulerScheduleAttributes;
}
impl tf::Resource for AwsSchedulerSchedule {}
#[derive(Debug)]
pub struct AwsSchedulerScheduleAttributes(tf::Address);
impl From<tf::Address> for AwsSchedulerScheduleAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSchedulerScheduleAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn description(&self) -> tf::Ref<String> {
        self.0.attribute("description")
    }
    pub fn end_date(&self) -> tf::Ref<String> {
        self.0.attribute("end_date")
    }
    pub fn group_name(&self) -> tf::Ref<String> {
        self.0.attribute("group_name")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn kms_key_arn(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_arn")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn schedule_expression(&self) -> tf::Ref<String> {
        self.0.attribute("schedule_expression")
    }
    pub fn schedule_expression_timezone(&self) -> tf::Ref<String> {
        self.0.attribute("schedule_expression_timezone")
    }
    pub fn start_date(&self) -> tf::Ref<String> {
        self.0.attribute("start_date")
    }
    pub fn state(&self) -> tf::Ref<String> {
        self.0.attribute("state")
    }
}
