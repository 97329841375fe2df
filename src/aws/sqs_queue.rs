// GENERATED from src/schema/aws.json. Regenerate: PAYTF_UPDATE=1 cargo test --test quick aws_types
use std::collections::BTreeMap;

use terraform::tf::Number;

terraform::resource_type! {
    /// The resource [`aws_sqs_queue`][page].
    ///
    /// [page]: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sqs_queue
    AwsSqsQueue = "aws_sqs_queue", AwsSqsQueueAttributes
    arguments {
        optional content_based_deduplication: bool,
        optional deduplication_scope: String,
        optional delay_seconds: Number,
        optional fifo_queue: bool,
        optional fifo_throughput_limit: String,
        optional kms_data_key_reuse_period_seconds: Number,
        optional kms_master_key_id: String,
        optional max_message_size: Number,
        optional message_retention_seconds: Number,
        optional name: String,
        optional name_prefix: String,
        optional policy: String,
        optional receive_wait_time_seconds: Number,
        optional redrive_allow_policy: String,
        optional redrive_policy: String,
        optional sqs_managed_sse_enabled: bool,
        optional tags: BTreeMap<String, String>,
        optional visibility_timeout_seconds: Number,
    }
    blocks {}
    attributes {
        arn: String,
        id: String,
        tags_all: BTreeMap<String, String>,
        url: String,
    }
}
