// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_sqs_queue`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue).
#[derive(Debug, Clone, Default)]
pub struct AwsSqsQueue {
    pub content_based_deduplication: tf::Attr<bool>,
    pub deduplication_scope: tf::Attr<String>,
    pub delay_seconds: tf::Attr<tf::Number>,
    pub fifo_queue: tf::Attr<bool>,
    pub fifo_throughput_limit: tf::Attr<String>,
    pub kms_data_key_reuse_period_seconds: tf::Attr<tf::Number>,
    pub kms_master_key_id: tf::Attr<String>,
    pub max_message_size: tf::Attr<tf::Number>,
    pub message_retention_seconds: tf::Attr<tf::Number>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub policy: tf::Attr<String>,
    pub receive_wait_time_seconds: tf::Attr<tf::Number>,
    pub redrive_allow_policy: tf::Attr<String>,
    pub redrive_policy: tf::Attr<String>,
    pub sqs_managed_sse_enabled: tf::Attr<bool>,
    pub tags: tf::Map<String>,
    pub visibility_timeout_seconds: tf::Attr<tf::Number>,
    pub timeouts: tf::Blocks<AwsSqsQueueTimeouts>,
}
impl tf::Block for AwsSqsQueue {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("content_based_deduplication", self.content_based_deduplication);
        out.optional("deduplication_scope", self.deduplication_scope);
        out.optional("delay_seconds", self.delay_seconds);
        out.optional("fifo_queue", self.fifo_queue);
        out.optional("fifo_throughput_limit", self.fifo_throughput_limit);
        out.optional(
            "kms_data_key_reuse_period_seconds",
            self.kms_data_key_reuse_period_seconds,
        );
        out.optional("kms_master_key_id", self.kms_master_key_id);
        out.optional("max_message_size", self.max_message_size);
        out.optional("message_retention_seconds", self.message_retention_seconds);
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("policy", self.policy);
        out.optional("receive_wait_time_seconds", self.receive_wait_time_seconds);
        out.optional("redrive_allow_policy", self.redrive_allow_policy);
        out.optional("redrive_policy", self.redrive_policy);
        out.optional("sqs_managed_sse_enabled", self.sqs_managed_sse_enabled);
        out.optional("tags", self.tags);
        out.optional("visibility_timeout_seconds", self.visibility_timeout_seconds);
        out.blocks("timeouts", self.timeouts, 0usize..=1);
    }
}
#[derive(Debug, Clone, Default)]
pub struct AwsSqsQueueTimeouts {
    pub create: tf::Attr<String>,
    pub delete: tf::Attr<String>,
    pub update: tf::Attr<String>,
}
impl tf::Block for AwsSqsQueueTimeouts {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional("create", self.create);
        out.optional("delete", self.delete);
        out.optional("update", self.update);
    }
}
impl tf::Declared for AwsSqsQueue {
    const TYPE: &'static str = "aws_sqs_queue";
    type Attributes = AwsSqsQueueAttributes;
}
impl tf::Resource for AwsSqsQueue {}
#[derive(Debug)]
pub struct AwsSqsQueueAttributes(tf::Address);
impl From<tf::Address> for AwsSqsQueueAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSqsQueueAttributes {
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn content_based_deduplication(&self) -> tf::Ref<bool> {
        self.0.attribute("content_based_deduplication")
    }
    pub fn deduplication_scope(&self) -> tf::Ref<String> {
        self.0.attribute("deduplication_scope")
    }
    pub fn delay_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("delay_seconds")
    }
    pub fn fifo_queue(&self) -> tf::Ref<bool> {
        self.0.attribute("fifo_queue")
    }
    pub fn fifo_throughput_limit(&self) -> tf::Ref<String> {
        self.0.attribute("fifo_throughput_limit")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn kms_data_key_reuse_period_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("kms_data_key_reuse_period_seconds")
    }
    pub fn kms_master_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("kms_master_key_id")
    }
    pub fn max_message_size(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("max_message_size")
    }
    pub fn message_retention_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("message_retention_seconds")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn receive_wait_time_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("receive_wait_time_seconds")
    }
    pub fn redrive_allow_policy(&self) -> tf::Ref<String> {
        self.0.attribute("redrive_allow_policy")
    }
    pub fn redrive_policy(&self) -> tf::Ref<String> {
        self.0.attribute("redrive_policy")
    }
    pub fn sqs_managed_sse_enabled(&self) -> tf::Ref<bool> {
        self.0.attribute("sqs_managed_sse_enabled")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn url(&self) -> tf::Ref<String> {
        self.0.attribute("url")
    }
    pub fn visibility_timeout_seconds(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("visibility_timeout_seconds")
    }
}
