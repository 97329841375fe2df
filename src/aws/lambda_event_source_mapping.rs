// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_lambda_event_source_mapping`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_event_source_mapping).
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMapping {
    pub batch_size: tf::Attr<tf::Number>,
    pub bisect_batch_on_function_error: tf::Attr<bool>,
    pub enabled: tf::Attr<bool>,
    pub event_source_arn: tf::Attr<String>,
    pub function_name: tf::Attr<String>,
    pub function_response_types: tf::List<String>,
    pub kms_key_arn: tf::Attr<String>,
    pub maximum_batching_window_in_seconds: tf::Attr<tf::Number>,
    pub maximum_record_age_in_seconds: tf::Attr<tf::Number>,
    pub maximum_retry_attempts: tf::Attr<tf::Number>,
    pub parallelization_factor: tf::Attr<tf::Number>,
    pub queues: tf::List<String>,
    pub starting_position: tf::Attr<String>,
    pub starting_position_timestamp: tf::Attr<String>,
    pub tags: tf::Map<String>,
    pub topics: tf::List<String>,
    pub tumbling_window_in_seconds: tf::Attr<tf::Number>,
    pub amazon_managed_kafka_event_source_config: tf::Blocks<
        AwsLambdaEventSourceMappingAmazonManagedKafkaEventSourceConfig,
    >,
    pub destination_config: tf::Blocks<AwsLambdaEventSourceMappingDestinationConfig>,
    pub document_db_event_source_config: tf::Blocks<
        AwsLambdaEventSourceMappingDocumentDbEventSourceConfig,
    >,
    pub filter_criteria: tf::Blocks<AwsLambdaEventSourceMappingFilterCriteria>,
    pub metrics_config: tf::Blocks<AwsLambdaEventSourceMappingMetricsConfig>,
    pub provisioned_poller_config: tf::Blocks<
        AwsLambdaEventSourceMappingProvisionedPollerConfig,
    >,
    pub scaling_config: tf::Blocks<AwsLambdaEventSourceMappingScalingConfig>,
    pub self_managed_event_source: tf::Blocks<
        AwsLambdaEventSourceMappingSelfManagedEventSource,
    >,
    pub self_managed_kafka_event_source_config: tf::Blocks<
        AwsLambdaEventSourceMappingSelfManagedKafkaEventSourceConfig,
    >,
    pub source_access_configuration: tf::Blocks<
        AwsLambdaEventSourceMappingSourceAccessConfiguration,
    >,
}
impl tf::Block for AwsLambdaEventSourceMapping {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("batch_size", self.batch_size);
        out.optional(
            "bisect_batch_on_function_error",
            self.bisect_batch_on_function_error,
        );
        out.optional("enabled", self.enabled);
        out.optional("event_source_arn", self.event_source_arn);
        out.required("function_name", self.function_name);
        out.optional("function_response_types", self.function_response_types);
        out.optional("kms_key_arn", self.kms_key_arn);
        out.optional(
            "maximum_batching_window_in_seconds",
            self.maximum_batching_window_in_seconds,
        );
        out.optional(
            "maximum_record_age_in_seconds",
            self.maximum_record_age_in_seconds,
        );
        out.optional("maximum_retry_attempts", self.maximum_retry_attempts);
        out.optional("parallelization_factor", self.parallelization_factor);
        out.optional("queues", self.queues);
        out.optional("starting_position", self.starting_position);
        out.optional("starting_position_timestamp", self.starting_position_timestamp);
        out.optional("tags", self.tags);
        out.optional("topics", self.topics);
        out.optional("tumbling_window_in_seconds", self.tumbling_window_in_seconds);
        out.blocks(
            "amazon_managed_kafka_event_source_config",
            self.amazon_managed_kafka_event_source_config,
            0usize..=1usize,
        );
        out.blocks("destination_config", self.destination_config, 0usize..=1usize);
        out.blocks(
            "document_db_event_source_config",
            self.document_db_event_source_config,
            0usize..=1usize,
        );
        out.blocks("filter_criteria", self.filter_criteria, 0usize..=1usize);
        out.blocks("metrics_config", self.metrics_config, 0usize..=1usize);
        out.blocks(
            "provisioned_poller_config",
            self.provisioned_poller_config,
            0usize..=1usize,
        );
        out.blocks("scaling_config", self.scaling_config, 0usize..=1usize);
        out.blocks(
            "self_managed_event_source",
            self.self_managed_event_source,
            0usize..=1usize,
        );
        out.blocks(
            "self_managed_kafka_event_source_config",
            self.self_managed_kafka_event_source_config,
            0usize..=1usize,
        );
        out.blocks(
            "source_access_configuration",
            self.source_access_configuration,
            0usize..=22usize,
        );
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingAmazonManagedKafkaEventSourceConfig {
    pub consumer_group_id: tf::Attr<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingAmazonManagedKafkaEventSourceConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("consumer_group_id", self.consumer_group_id);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingDestinationConfig {
    pub on_failure: tf::Blocks<AwsLambdaEventSourceMappingDestinationConfigOnFailure>,
}
impl tf::Block for AwsLambdaEventSourceMappingDestinationConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("on_failure", self.on_failure, 0usize..=1usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingDestinationConfigOnFailure {
    pub destination_arn: tf::Attr<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingDestinationConfigOnFailure {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("destination_arn", self.destination_arn);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingDocumentDbEventSourceConfig {
    pub collection_name: tf::Attr<String>,
    pub database_name: tf::Attr<String>,
    pub full_document: tf::Attr<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingDocumentDbEventSourceConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("collection_name", self.collection_name);
        out.required("database_name", self.database_name);
        out.optional("full_document", self.full_document);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingFilterCriteria {
    pub filter: tf::Blocks<AwsLambdaEventSourceMappingFilterCriteriaFilter>,
}
impl tf::Block for AwsLambdaEventSourceMappingFilterCriteria {
    fn write(self, out: &mut tf::BlockWriter) {
        out.blocks("filter", self.filter, 0usize..=10usize);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingFilterCriteriaFilter {
    pub pattern: tf::Attr<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingFilterCriteriaFilter {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("pattern", self.pattern);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingMetricsConfig {
    pub metrics: tf::List<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingMetricsConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("metrics", self.metrics);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingProvisionedPollerConfig {
    pub maximum_pollers: tf::Attr<tf::Number>,
    pub minimum_pollers: tf::Attr<tf::Number>,
}
impl tf::Block for AwsLambdaEventSourceMappingProvisionedPollerConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("maximum_pollers", self.maximum_pollers);
        out.optional("minimum_pollers", self.minimum_pollers);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingScalingConfig {
    pub maximum_concurrency: tf::Attr<tf::Number>,
}
impl tf::Block for AwsLambdaEventSourceMappingScalingConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("maximum_concurrency", self.maximum_concurrency);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingSelfManagedEventSource {
    pub endpoints: tf::Map<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingSelfManagedEventSource {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("endpoints", self.endpoints);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingSelfManagedKafkaEventSourceConfig {
    pub consumer_group_id: tf::Attr<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingSelfManagedKafkaEventSourceConfig {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("consumer_group_id", self.consumer_group_id);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsLambdaEventSourceMappingSourceAccessConfiguration {
    pub r#type: tf::Attr<String>,
    pub uri: tf::Attr<String>,
}
impl tf::Block for AwsLambdaEventSourceMappingSourceAccessConfiguration {
    fn write(self, out: &mut tf::BlockWriter) {
        out.required("type", self.r#type);
        out.required("uri", self.uri);
    }
}
impl tf::Declared for AwsLambdaEventSourceMapping {
    const TYPE: &'static str = "aws_lambda_event_source_mapping";
    type Attributes = AwsLambdaEventSourceMappingAttributes;
}
impl tf::Resource for AwsLambdaEventSourceMapping {}
#[derive(Debug)]
pub struct AwsLambdaEventSourceMappingAttributes(tf::Address);
impl From<tf::Address> for AwsLambdaEventSourceMappingAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsLambdaEventSourceMappingAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn batch_size(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("batch_size")
    }
    pub fn bisect_batch_on_function_error(&self) -> tf::Ref<bool> {
        self.0.attribute("bisect_batch_on_function_error")
    }
    pub fn enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("enabled")
    }
    pub fn event_source_arn(&self) -> tf::Ref<String> {
        self.0.attribute("event_source_arn")
    }
    pub fn function_arn(&self) -> tf::Ref<String> {
        self.0.attribute("function_arn")
    }
    pub fn function_name(&self) -> tf::Ref<String> {
        self.0.attribute("function_name")
    }
    pub fn function_response_types(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("function_response_types")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn kms_key_arn(&self) -> tf::Ref<String> {
        self.0.attribute("kms_key_arn")
    }
    pub fn last_modified(&self) -> tf::Ref<String> {
        self.0.attribute("last_modified")
    }
    pub fn last_processing_result(&self) -> tf::Ref<String> {
        self.0.attribute("last_processing_result")
    }
    pub fn maximum_batching_window_in_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("maximum_batching_window_in_seconds")
    }
    pub fn maximum_record_age_in_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("maximum_record_age_in_seconds")
    }
    pub fn maximum_retry_attempts(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("maximum_retry_attempts")
    }
    pub fn parallelization_factor(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("parallelization_factor")
    }
    pub fn queues(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("queues")
    }
    pub fn starting_position(&self) -> tf::Ref<String> {
        self.0.attribute("starting_position")
    }
    pub fn starting_position_timestamp(&self) -> tf::Ref<String> {
        self.0.attribute("starting_position_timestamp")
    }
    pub fn state(&self) -> tf::Ref<String> {
        self.0.attribute("state")
    }
    pub fn state_transition_reason(&self) -> tf::Ref<String> {
        self.0.attribute("state_transition_reason")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn topics(&self) -> tf::Ref<Vec<String>> {
        self.0.attribute("topics")
    }
    pub fn tumbling_window_in_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("tumbling_window_in_seconds")
    }
    pub fn uuid(&self) -> tf::Ref<String> {
        self.0.attribute("uuid")
    }
}
