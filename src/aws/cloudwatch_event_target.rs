// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_cloudwatch_event_target`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudwatch_event_target).
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTarget {
    pub arn: tf::Attr<String>,
    pub event_bus_name: tf::Attr<String>,
    pub force_destroy: tf::Attr<bool>,
    pub input: tf::Attr<String>,
    pub input_path: tf::Attr<String>,
    pub role_arn: tf::Attr<String>,
    pub rule: tf::Attr<String>,
    pub target_id: tf::Attr<String>,
    pub appsync_target: tf::Blocks<AwsCloudwatchEventTargetAppsyncTarget>,
    pub batch_target: tf::Blocks<AwsCloudwatchEventTargetBatchTarget>,
    pub dead_letter_config: tf::Blocks<AwsCloudwatchEventTargetDeadLetterConfig>,
    pub ecs_target: tf::Blocks<AwsCloudwatchEventTargetEcsTarget>,
    pub http_target: tf::Blocks<AwsCloudwatchEventTargetHttpTarget>,
    pub input_transformer: tf::Blocks<AwsCloudwatchEventTargetInputTransformer>,
    pub kinesis_target: tf::Blocks<AwsCloudwatchEventTargetKinesisTarget>,
    pub redshift_target: tf::Blocks<AwsCloudwatchEventTargetRedshiftTarget>,
    pub retry_policy: tf::Blocks<AwsCloudwatchEventTargetRetryPolicy>,
    pub run_command_targets: tf::Blocks<AwsCloudwatchEventTargetRunCommandTargets>,
    pub sagemaker_pipeline_target: tf::Blocks<
        AwsCloudwatchEventTargetSagemakerPipelineTarget,
    >,
    pub sqs_target: tf::Blocks<AwsCloudwatchEventTargetSqsTarget>,
}
impl tf::Block for AwsCloudwatchEventTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("arn", self.arn);
        out.optional("event_bus_name", self.event_bus_name);
        out.optional("force_destroy", self.force_destroy);
        out.optional("input", self.input);
        out.optional("input_path", self.input_path);
        out.optional("role_arn", self.role_arn);
        out.required("rule", self.rule);
        out.optional("target_id", self.target_id);
        out.blocks("appsync_target", self.appsync_target, 0usize..=1usize);
        out.blocks("batch_target", self.batch_target, 0usize..=1usize);
        out.blocks("dead_letter_config", self.dead_letter_config, 0usize..=1usize);
        out.blocks("ecs_target", self.ecs_target, 0usize..=1usize);
        out.blocks("http_target", self.http_target, 0usize..=1usize);
        out.blocks("input_transformer", self.input_transformer, 0usize..=1usize);
        out.blocks("kinesis_target", self.kinesis_target, 0usize..=1usize);
        out.blocks("redshift_target", self.redshift_target, 0usize..=1usize);
        out.blocks("retry_policy", self.retry_policy, 0usize..=1usize);
        out.blocks("run_command_targets", self.run_command_targets, 0usize..=5usize);
        out.blocks(
            "sagemaker_pipeline_target",
            self.sagemaker_pipeline_target,
            0usize..=1usize,
        );
        out.blocks("sqs_target", self.sqs_target, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetAppsyncTarget {
    pub graphql_operation: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetAppsyncTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("graphql_operation", self.graphql_operation);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetBatchTarget {
    pub array_size: tf::Attr<tf::Number>,
    pub job_attempts: tf::Attr<tf::Number>,
    pub job_definition: tf::Attr<String>,
    pub job_name: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetBatchTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("array_size", self.array_size);
        out.optional("job_attempts", self.job_attempts);
        out.required("job_definition", self.job_definition);
        out.required("job_name", self.job_name);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetDeadLetterConfig {
    pub arn: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetDeadLetterConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("arn", self.arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetEcsTarget {
    pub enable_ecs_managed_tags: tf::Attr<bool>,
    pub enable_execute_command: tf::Attr<bool>,
    pub group: tf::Attr<String>,
    pub launch_type: tf::Attr<String>,
    pub platform_version: tf::Attr<String>,
    pub propagate_tags: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub task_count: tf::Attr<tf::Number>,
    pub task_definition_arn: tf::Attr<String>,
    pub capacity_provider_strategy: tf::Blocks<
        AwsCloudwatchEventTargetEcsTargetCapacityProviderStrategy,
    >,
    pub network_configuration: tf::Blocks<
        AwsCloudwatchEventTargetEcsTargetNetworkConfiguration,
    >,
    pub ordered_placement_strategy: tf::Blocks<
        AwsCloudwatchEventTargetEcsTargetOrderedPlacementStrategy,
    >,
    pub placement_constraint: tf::Blocks<
        AwsCloudwatchEventTargetEcsTargetPlacementConstraint,
    >,
}
impl tf::Block for AwsCloudwatchEventTargetEcsTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("enable_ecs_managed_tags", self.enable_ecs_managed_tags);
        out.optional("enable_execute_command", self.enable_execute_command);
        out.optional("group", self.group);
        out.optional("launch_type", self.launch_type);
        out.optional("platform_version", self.platform_version);
        out.optional("propagate_tags", self.propagate_tags);
        out.optional("tags", self.tags);
        out.optional("task_count", self.task_count);
        out.required("task_definition_arn", self.task_definition_arn);
        out.blocks(
            "capacity_provider_strategy",
            self.capacity_provider_strategy,
            0usize..=usize::MAX,
        );
        out.blocks("network_configuration", self.network_configuration, 0usize..=1usize);
        out.blocks(
            "ordered_placement_strategy",
            self.ordered_placement_strategy,
            0usize..=5usize,
        );
        out.blocks("placement_constraint", self.placement_constraint, 0usize..=10usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetEcsTargetCapacityProviderStrategy {
    pub base: tf::Attr<tf::Number>,
    pub capacity_provider: tf::Attr<String>,
    pub weight: tf::Attr<tf::Number>,
}
impl tf::Block for AwsCloudwatchEventTargetEcsTargetCapacityProviderStrategy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("base", self.base);
        out.required("capacity_provider", self.capacity_provider);
        out.optional("weight", self.weight);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetEcsTargetNetworkConfiguration {
    pub assign_public_ip: tf::Attr<bool>,
    pub security_groups: tf::List<String>,
    pub subnets: tf::List<String>,
}
impl tf::Block for AwsCloudwatchEventTargetEcsTargetNetworkConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("assign_public_ip", self.assign_public_ip);
        out.optional("security_groups", self.security_groups);
        out.required("subnets", self.subnets);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetEcsTargetOrderedPlacementStrategy {
    pub field: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetEcsTargetOrderedPlacementStrategy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("field", self.field);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetEcsTargetPlacementConstraint {
    pub expression: tf::Attr<String>,
    pub r#type: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetEcsTargetPlacementConstraint {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("expression", self.expression);
        out.required("type", self.r#type);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetHttpTarget {
    pub header_parameters: tf::Map<String>,
    pub path_parameter_values: tf::List<String>,
    pub query_string_parameters: tf::Map<String>,
}
impl tf::Block for AwsCloudwatchEventTargetHttpTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("header_parameters", self.header_parameters);
        out.optional("path_parameter_values", self.path_parameter_values);
        out.optional("query_string_parameters", self.query_string_parameters);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetInputTransformer {
    pub input_paths: tf::Map<String>,
    pub input_template: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetInputTransformer {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("input_paths", self.input_paths);
        out.required("input_template", self.input_template);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetKinesisTarget {
    pub partition_key_path: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetKinesisTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("partition_key_path", self.partition_key_path);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetRedshiftTarget {
    pub database: tf::Attr<String>,
    pub db_user: tf::Attr<String>,
    pub secrets_manager_arn: tf::Attr<String>,
    pub sql: tf::Attr<String>,
    pub statement_name: tf::Attr<String>,
    pub with_event: tf::Attr<bool>,
}
impl tf::Block for AwsCloudwatchEventTargetRedshiftTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("database", self.database);
        out.optional("db_user", self.db_user);
        out.optional("secrets_manager_arn", self.secrets_manager_arn);
        out.optional("sql", self.sql);
        out.optional("statement_name", self.statement_name);
        out.optional("with_event", self.with_event);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetRetryPolicy {
    pub maximum_event_age_in_seconds: tf::Attr<tf::Number>,
    pub maximum_retry_attempts: tf::Attr<tf::Number>,
}
impl tf::Block for AwsCloudwatchEventTargetRetryPolicy {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("maximum_event_age_in_seconds", self.maximum_event_age_in_seconds);
        out.optional("maximum_retry_attempts", self.maximum_retry_attempts);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetRunCommandTargets {
    pub key: tf::Attr<String>,
    pub values: tf::List<String>,
}
impl tf::Block for AwsCloudwatchEventTargetRunCommandTargets {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("key", self.key);
        out.required("values", self.values);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetSagemakerPipelineTarget {
    pub pipeline_parameter_list: tf::Blocks<
        AwsCloudwatchEventTargetSagemakerPipelineTargetPipelineParameterList,
    >,
}
impl tf::Block for AwsCloudwatchEventTargetSagemakerPipelineTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks(
            "pipeline_parameter_list",
            self.pipeline_parameter_list,
            0usize..=200usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetSagemakerPipelineTargetPipelineParameterList {
    pub name: tf::Attr<String>,
    pub value: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetSagemakerPipelineTargetPipelineParameterList {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("name", self.name);
        out.required("value", self.value);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsCloudwatchEventTargetSqsTarget {
    pub message_group_id: tf::Attr<String>,
}
impl tf::Block for AwsCloudwatchEventTargetSqsTarget {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("message_group_id", self.message_group_id);
    }
}
impl tf::Declared for AwsCloudwatchEventTarget {
    const TYPE: &'static str = "aws_cloudwatch_event_target";
    type Attributes = AwsCloudwatchEventTargetAttributes;
}
impl tf::Resource for AwsCloudwatchEventTarget {}
#[derive(Debug)]
pub struct AwsCloudwatchEventTargetAttributes(tf::Address);
impl From<tf::Address> for AwsCloudwatchEventTargetAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsCloudwatchEventTargetAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn event_bus_name(&self) -> tf::Ref<String> {
        self.0.attribute("event_bus_name")
    }
    pub fn force_destroy(&self) -> tf::Ref<bool> {
        self.0.attribute("force_destroy")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn input(&self) -> tf::Ref<String> {
        self.0.attribute("input")
    }
    pub fn input_path(&self) -> tf::Ref<String> {
        self.0.attribute("input_path")
    }
    pub fn role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("role_arn")
    }
    pub fn rule(&self) -> tf::Ref<String> {
        self.0.attribute("rule")
    }
    pub fn target_id(&self) -> tf::Ref<String> {
        self.0.attribute("target_id")
    }
}
