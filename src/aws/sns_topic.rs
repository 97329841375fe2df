// GENERATED from src/schema/aws.json. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick aws_types
use terraform::tf;
/// The resource [`aws_sns_topic`](https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic).
#[derive(Debug, Clone, Default)]
pub struct AwsSnsTopic {
    pub application_failure_feedback_role_arn: tf::Attr<String>,
    pub application_success_feedback_role_arn: tf::Attr<String>,
    pub application_success_feedback_sample_rate: tf::Attr<tf::Number>,
    pub archive_policy: tf::Attr<String>,
    pub content_based_deduplication: tf::Attr<bool>,
    pub delivery_policy: tf::Attr<String>,
    pub display_name: tf::Attr<String>,
    pub fifo_throughput_scope: tf::Attr<String>,
    pub fifo_topic: tf::Attr<bool>,
    pub firehose_failure_feedback_role_arn: tf::Attr<String>,
    pub firehose_success_feedback_role_arn: tf::Attr<String>,
    pub firehose_success_feedback_sample_rate: tf::Attr<tf::Number>,
    pub http_failure_feedback_role_arn: tf::Attr<String>,
    pub http_success_feedback_role_arn: tf::Attr<String>,
    pub http_success_feedback_sample_rate: tf::Attr<tf::Number>,
    pub kms_master_key_id: tf::Attr<String>,
    pub lambda_failure_feedback_role_arn: tf::Attr<String>,
    pub lambda_success_feedback_role_arn: tf::Attr<String>,
    pub lambda_success_feedback_sample_rate: tf::Attr<tf::Number>,
    pub name: tf::Attr<String>,
    pub name_prefix: tf::Attr<String>,
    pub policy: tf::Attr<String>,
    pub signature_version: tf::Attr<tf::Number>,
    pub sqs_failure_feedback_role_arn: tf::Attr<String>,
    pub sqs_success_feedback_role_arn: tf::Attr<String>,
    pub sqs_success_feedback_sample_rate: tf::Attr<tf::Number>,
    pub tags: tf::Map<String>,
    pub tracing_config: tf::Attr<String>,
}
impl tf::Block for AwsSnsTopic {
    fn write(self, out: &mut tf::BlockWriter) {
        out.optional(
            "application_failure_feedback_role_arn",
            self.application_failure_feedback_role_arn,
        );
        out.optional(
            "application_success_feedback_role_arn",
            self.application_success_feedback_role_arn,
        );
        out.optional(
            "application_success_feedback_sample_rate",
            self.application_success_feedback_sample_rate,
        );
        out.optional("archive_policy", self.archive_policy);
        out.optional("content_based_deduplication", self.content_based_deduplication);
        out.optional("delivery_policy", self.delivery_policy);
        out.optional("display_name", self.display_name);
        out.optional("fifo_throughput_scope", self.fifo_throughput_scope);
        out.optional("fifo_topic", self.fifo_topic);
        out.optional(
            "firehose_failure_feedback_role_arn",
            self.firehose_failure_feedback_role_arn,
        );
        out.optional(
            "firehose_success_feedback_role_arn",
            self.firehose_success_feedback_role_arn,
        );
        out.optional(
            "firehose_success_feedback_sample_rate",
            self.firehose_success_feedback_sample_rate,
        );
        out.optional(
            "http_failure_feedback_role_arn",
            self.http_failure_feedback_role_arn,
        );
        out.optional(
            "http_success_feedback_role_arn",
            self.http_success_feedback_role_arn,
        );
        out.optional(
            "http_success_feedback_sample_rate",
            self.http_success_feedback_sample_rate,
        );
        out.optional("kms_master_key_id", self.kms_master_key_id);
        out.optional(
            "lambda_failure_feedback_role_arn",
            self.lambda_failure_feedback_role_arn,
        );
        out.optional(
            "lambda_success_feedback_role_arn",
            self.lambda_success_feedback_role_arn,
        );
        out.optional(
            "lambda_success_feedback_sample_rate",
            self.lambda_success_feedback_sample_rate,
        );
        out.optional("name", self.name);
        out.optional("name_prefix", self.name_prefix);
        out.optional("policy", self.policy);
        out.optional("signature_version", self.signature_version);
        out.optional(
            "sqs_failure_feedback_role_arn",
            self.sqs_failure_feedback_role_arn,
        );
        out.optional(
            "sqs_success_feedback_role_arn",
            self.sqs_success_feedback_role_arn,
        );
        out.optional(
            "sqs_success_feedback_sample_rate",
            self.sqs_success_feedback_sample_rate,
        );
        out.optional("tags", self.tags);
        out.optional("tracing_config", self.tracing_config);
    }
}
impl tf::Declared for AwsSnsTopic {
    const TYPE: &'static str = "aws_sns_topic";
    type Attributes = AwsSnsTopicAttributes;
}
impl tf::Resource for AwsSnsTopic {}
#[derive(Debug)]
pub struct AwsSnsTopicAttributes(tf::Address);
impl From<tf::Address> for AwsSnsTopicAttributes {
    fn from(address: tf::Address) -> Self {
        Self(address)
    }
}
impl AwsSnsTopicAttributes {
    pub fn application_failure_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("application_failure_feedback_role_arn")
    }
    pub fn application_success_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("application_success_feedback_role_arn")
    }
    pub fn application_success_feedback_sample_rate(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("application_success_feedback_sample_rate")
    }
    pub fn archive_policy(&self) -> tf::Ref<String> {
        self.0.attribute("archive_policy")
    }
    pub fn arn(&self) -> tf::Ref<String> {
        self.0.attribute("arn")
    }
    pub fn beginning_archive_time(&self) -> tf::Ref<String> {
        self.0.attribute("beginning_archive_time")
    }
    pub fn content_based_deduplication(&self) -> tf::Ref<bool> {
        self.0.attribute("content_based_deduplication")
    }
    pub fn delivery_policy(&self) -> tf::Ref<String> {
        self.0.attribute("delivery_policy")
    }
    pub fn display_name(&self) -> tf::Ref<String> {
        self.0.attribute("display_name")
    }
    pub fn fifo_throughput_scope(&self) -> tf::Ref<String> {
        self.0.attribute("fifo_throughput_scope")
    }
    pub fn fifo_topic(&self) -> tf::Ref<bool> {
        self.0.attribute("fifo_topic")
    }
    pub fn firehose_failure_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("firehose_failure_feedback_role_arn")
    }
    pub fn firehose_success_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("firehose_success_feedback_role_arn")
    }
    pub fn firehose_success_feedback_sample_rate(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("firehose_success_feedback_sample_rate")
    }
    pub fn http_failure_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("http_failure_feedback_role_arn")
    }
    pub fn http_success_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("http_success_feedback_role_arn")
    }
    pub fn http_success_feedback_sample_rate(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("http_success_feedback_sample_rate")
    }
    pub fn id(&self) -> tf::Ref<String> {
        self.0.attribute("id")
    }
    pub fn kms_master_key_id(&self) -> tf::Ref<String> {
        self.0.attribute("kms_master_key_id")
    }
    pub fn lambda_failure_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("lambda_failure_feedback_role_arn")
    }
    pub fn lambda_success_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("lambda_success_feedback_role_arn")
    }
    pub fn lambda_success_feedback_sample_rate(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("lambda_success_feedback_sample_rate")
    }
    pub fn name(&self) -> tf::Ref<String> {
        self.0.attribute("name")
    }
    pub fn name_prefix(&self) -> tf::Ref<String> {
        self.0.attribute("name_prefix")
    }
    pub fn owner(&self) -> tf::Ref<String> {
        self.0.attribute("owner")
    }
    pub fn policy(&self) -> tf::Ref<String> {
        self.0.attribute("policy")
    }
    pub fn signature_version(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("signature_version")
    }
    pub fn sqs_failure_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("sqs_failure_feedback_role_arn")
    }
    pub fn sqs_success_feedback_role_arn(&self) -> tf::Ref<String> {
        self.0.attribute("sqs_success_feedback_role_arn")
    }
    pub fn sqs_success_feedback_sample_rate(&self) -> tf::Ref<tf::Number> {
        self.0.attribute("sqs_success_feedback_sample_rate")
    }
    pub fn tags(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags")
    }
    pub fn tags_all(&self) -> tf::Ref<std::collections::BTreeMap<String, String>> {
        self.0.attribute("tags_all")
    }
    pub fn tracing_config(&self) -> tf::Ref<String> {
        self.0.attribute("tracing_config")
    }
}
