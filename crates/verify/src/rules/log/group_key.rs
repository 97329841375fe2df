//! CloudWatch Logs may use the key of every log group that has one.
//!
//! ## Why
//!
//! AWS refuses to create a log group under a key whose policy does not let
//! `logs.<region>.amazonaws.com` encrypt and decrypt; the permissions of the account are not
//! enough. If the permission is removed later, writing and reading fail. The condition on the
//! encryption context, which keeps others from using the key, has to match the group's ARN. Keys of
//! AWS, such as `alias/aws/…`, cannot be used at all.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_kms_key" "logs" {
//!   enable_key_rotation = true
//! }
//!
//! resource "aws_cloudwatch_log_group" "payments" {
//!   name       = "/ecs/payments"
//!   kms_key_id = aws_kms_key.logs.arn
//! }
//! ```
//!
//! ## Fix
//!
//! Allow CloudWatch Logs to use the key, for the ARNs of the log groups.
//!
//! ```hcl
//! data "aws_iam_policy_document" "logs" {
//!   statement {
//!     actions   = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
//!     resources = ["*"]
//!
//!     principals {
//!       type        = "Service"
//!       identifiers = ["logs.us-east-1.amazonaws.com"]
//!     }
//!
//!     condition {
//!       test     = "ArnLike"
//!       variable = "kms:EncryptionContext:aws:logs:arn"
//!       values   = ["arn:aws:logs:us-east-1:123456789012:log-group:*"]
//!     }
//!   }
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Encrypt log data in CloudWatch Logs using AWS Key Management Service](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html)

use crate::Check;
use crate::attribute_path::AttributePath;
use crate::key::KeyOf;
use crate::permit::sender::LOGS;
use crate::permit::{Decision, Given, Request};
use crate::resource::Resource;

rule! { Error, AnyStack, ["ALL-4", "ALL-6"] }

const CONTEXT: &str = "kms:EncryptionContext:aws:logs:arn";

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let place = group.at("kms_key_id");
        match KeyOf::at(&place) {
            KeyOf::None => {}
            KeyOf::Aws(alias) => check.fail(
                &place,
                format!("CloudWatch Logs cannot use AWS managed keys such as {alias}"),
            ),
            KeyOf::Elsewhere(reason) => check.unknown(&place, reason),
            KeyOf::Own(key) => usable(check, &place, key),
        }
    }
}

fn usable<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, key: Resource<'a>) {
    let (permissions, group) = (check.permissions(), place.resource());
    let may = |action| {
        let request = LOGS.request(action, key, Some(group));
        let context = request.context.with(CONTEXT, Given::Resource(group));
        permissions.decide(LOGS.caller(), &Request { context, ..request })
    };
    let all = may("kms:Encrypt").and(may("kms:Decrypt")).and(may("kms:GenerateDataKey"));
    let refused = format!("the policy of {} does not let CloudWatch Logs use it", key.address());
    match all {
        Decision::Allowed(_) => check.pass(place),
        Decision::Denied(statement) => {
            check.fail(place, format!("{refused}: {statement} denies it"))
        }
        Decision::Missing(reason) => check.fail(place, format!("{refused}: {reason}")),
        Decision::Unknown(reason) => {
            check.unknown(place, format!("the policy of {}: {reason}", key.address()))
        }
    }
}
