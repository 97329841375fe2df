// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_sns_topic`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_topic
    AwsSnsTopic = "aws_sns_topic", AwsSnsTopicAttributes
    arguments {
        optional application_failure_feedback_role_arn: String,
        optional application_success_feedback_role_arn: String,
        optional application_success_feedback_sample_rate: Number,
        optional archive_policy: String,
        optional content_based_deduplication: bool,
        optional delivery_policy: String,
        optional display_name: String,
        optional fifo_throughput_scope: String,
        optional fifo_topic: bool,
        optional firehose_failure_feedback_role_arn: String,
        optional firehose_success_feedback_role_arn: String,
        optional firehose_success_feedback_sample_rate: Number,
        optional http_failure_feedback_role_arn: String,
        optional http_success_feedback_role_arn: String,
        optional http_success_feedback_sample_rate: Number,
        optional kms_master_key_id: String,
        optional lambda_failure_feedback_role_arn: String,
        optional lambda_success_feedback_role_arn: String,
        optional lambda_success_feedback_sample_rate: Number,
        optional name: String,
        optional name_prefix: String,
        optional policy: String,
        optional signature_version: Number,
        optional sqs_failure_feedback_role_arn: String,
        optional sqs_success_feedback_role_arn: String,
        optional sqs_success_feedback_sample_rate: Number,
        optional tags: BTreeMap<String, String>,
        optional tracing_config: String,
    }
    blocks {}
    attributes {
        arn: String,
        beginning_archive_time: String,
        id: String,
        owner: String,
        tags_all: BTreeMap<String, String>,
    }
}
