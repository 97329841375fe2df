//! CloudWatch Logs may use the key of every log group that has one.
//!
//! ## Why
//!
//! AWS refuses to create a log group under a key whose policy does not let `logs.<region>.amazonaws.com` encrypt and decrypt; the permissions of the
//! account are not enough. If the right is taken away later, writing and reading fail. The condition on the encryption context, which keeps
//! others from using the key, has to match the group's ARN. Keys of AWS, such as `alias/aws/…`, cannot be used at all.
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
//! Allow CloudWatch Logs the use of the key, for the ARNs of the log groups.
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

use wildmatch::WildMatch;

use crate::Check;
use crate::grant::{Grant, LOGS, grants};
use crate::key::KeyOf;
use crate::place::Place;
use crate::planned::Planned::Known;
use crate::policy::{Policy, Statement, policies_of};
use crate::resource::Resource;

rule! { Error, AnyStack, ["ALL-4", "ALL-6"] }

const CONTEXT: &str = "kms:EncryptionContext:aws:logs:arn";
/// The fields of an ARN before what it names: `arn:aws:logs:us-east-1:123456789012:log-group`.
const FIELDS: usize = 7;

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let place = group.at("kms_key_id");
        match KeyOf::at(&place) {
            KeyOf::None => {}
            KeyOf::Aws(alias) => check.fail(&place, format!("CloudWatch Logs takes no key of AWS, such as {alias}")),
            KeyOf::Elsewhere(reason) => check.unknown(&place, reason),
            KeyOf::Own(key) => usable(check, &place, key),
        }
    }
}

fn usable<'a>(check: &mut Check<'a>, place: &Place<'a>, key: Resource<'a>) {
    let all = check.policies();
    let policies = policies_of(&all, key);
    let may = |action| grants(&policies, LOGS, action, key);
    let all = may("kms:Encrypt").and(|| may("kms:Decrypt")).and(|| may("kms:GenerateDataKey"));
    let refused = format!("the policy of {} does not let CloudWatch Logs use it", key.address());
    match all {
        Grant::Refused(refusal) => check.fail(place, format!("{refused}: {refusal}")),
        Grant::Open(reason) => check.unknown(place, format!("the policy of {}: {reason}", key.address())),
        Grant::Allowed => match excluded(&policies, place.resource()) {
            Some(statement) => check.fail(place, format!("{refused} for this group: {statement} is for others")),
            None => check.pass(place),
        },
    }
}

/// The statement that is only for groups of other names, if each is.
fn excluded<'p>(policies: &[&'p Policy], group: Resource) -> Option<&'p str> {
    let Known(name) = group.at("name").text() else { return None };
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    let is_for_logs = |statement: &&Statement| {
        let mut services = statement.principals.iter().filter_map(|principal| principal.service());
        statement.may_allow() && services.any(|service| LOGS.is(service))
    };
    let mut excluded = None;
    for statement in statements.filter(is_for_logs) {
        let mut conditions = statement.conditions_on(CONTEXT).peekable();
        if conditions.peek().is_none()
            || conditions.any(|condition| condition.values.iter().any(|value| matches(value.text.as_deref(), name)))
        {
            return None;
        }
        excluded = Some(statement.label.as_str());
    }
    excluded
}

/// Whether the ARN of a group may match; what is not known may.
fn matches(pattern: Option<&str>, name: &str) -> bool {
    pattern
        .and_then(|pattern| pattern.splitn(FIELDS, ':').nth(FIELDS - 1))
        .is_none_or(|named| WildMatch::new(named).matches(name))
}
