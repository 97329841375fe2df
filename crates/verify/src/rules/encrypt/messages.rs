//! Topics and queues keep messages encrypted.
//!
//! ## Why
//!
//! SNS keeps messages unencrypted unless the topic has a key. SQS encrypts new queues by default,
//! unless that is switched off and no key is set.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   name = "page"
//! }
//!
//! resource "aws_sqs_queue" "pages" {
//!   name                    = "pages"
//!   sqs_managed_sse_enabled = false
//! }
//! ```
//!
//! ## Fix
//!
//! Set `kms_master_key_id` to a customer managed key that each sender may use.
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   name              = "page"
//!   kms_master_key_id = aws_kms_key.notifications.arn
//! }
//!
//! resource "aws_sqs_queue" "pages" {
//!   name              = "pages"
//!   kms_master_key_id = aws_kms_key.notifications.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Securing Amazon SNS data with server-side encryption](https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html)
//! - [Encryption at rest in Amazon SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html)

use crate::Check;
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["ALL-4"] }

fn check(check: &mut Check) {
    for topic in check.all("aws_sns_topic") {
        let key = topic.at("kms_master_key_id");
        check.expect(
            &key,
            Known(key.value().is_set()),
            "what is published is kept unencrypted until it is delivered",
        );
    }
    for queue in check.all("aws_sqs_queue") {
        let (key, managed) = (queue.at("kms_master_key_id"), queue.at("sqs_managed_sse_enabled"));
        if key.value().is_set() {
            check.pass(&key);
        } else {
            // Queues are encrypted by SQS itself unless that is switched off.
            let is_on = if managed.is_written() { managed.bool().or(true) } else { Known(true) };
            check.expect(&managed, is_on, "what is sent is kept unencrypted");
        }
    }
}
