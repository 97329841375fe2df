//! Who sends to an encrypted topic may use its key.
//!
//! ## Why
//!
//! CloudWatch alarms, EventBridge and RDS events encrypt what they send with the topic's key, each as itself. The key that AWS manages,
//! `alias/aws/sns`, lets no other service use it, and its policy cannot be changed; the alarm is then raised and nobody hears of it. A key of
//! one's own has to allow each service `kms:Decrypt` and `kms:GenerateDataKey*`.
//!
//! A condition on `aws:SourceAccount` or `aws:SourceArn` is right for CloudWatch and RDS, and fatal for EventBridge, which sends neither: every
//! event is lost.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   name              = "page"
//!   kms_master_key_id = "alias/aws/sns"
//! }
//! ```
//!
//! ## Fix
//!
//! Encrypt the topic with a customer managed key whose policy lets each sender decrypt and generate data keys.
//!
//! ```hcl
//! data "aws_iam_policy_document" "key" {
//!   statement {
//!     actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
//!     resources = ["*"]
//!
//!     principals {
//!       type        = "Service"
//!       identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com"]
//!     }
//!   }
//!   # …
//! }
//!
//! resource "aws_kms_key" "notifications" {
//!   policy = data.aws_iam_policy_document.key.json
//! }
//!
//! resource "aws_sns_topic" "page" {
//!   name              = "page"
//!   kms_master_key_id = aws_kms_key.notifications.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Key management for SNS: compatibility with event sources and encrypted topics](https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html)
//! - [Why didn't I receive an SNS notification for my CloudWatch alarm trigger?](https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger)

use crate::Check;
use crate::grant::{Grant, Service, grants};
use crate::key::KeyOf;
use crate::place::Place;
use crate::policy::policies_of;
use crate::resource::Resource;

rule! { Error, AnyStack, ["MON-4", "ALL-4"] }

fn check(check: &mut Check) {
    for publisher in check.publishers().iter() {
        usable(check, &publisher.topic.at("kms_master_key_id"), publisher.service, &publisher.sources());
    }
}

/// Whether a service may use the key at a place, to send on behalf of others.
pub fn usable<'a>(check: &mut Check<'a>, place: &Place<'a>, service: Service, sources: &str) {
    let sender = format!("{} may not use the key for {sources}", service.principal);
    match KeyOf::at(place) {
        KeyOf::None => check.pass(place),
        KeyOf::Aws(alias) => check.fail(place, format!("{sender}: no other service may use {alias}")),
        KeyOf::Elsewhere(reason) => {
            check.unknown(place, format!("whether {} may use the key: {reason}", service.principal));
        }
        KeyOf::Own(key) => match may_use(check, key, service) {
            Grant::Allowed => check.pass(place),
            Grant::Refused(refusal) => {
                check.fail(place, format!("{sender}: in the policy of {}, {refusal}", key.address()))
            }
            Grant::Open(reason) => check.unknown(place, format!("the policy of {}: {reason}", key.address())),
        },
    }
}

/// SNS Developer Guide, "Enable compatibility between event sources from AWS services and encrypted topics".
fn may_use<'a>(check: &Check<'a>, key: Resource<'a>, service: Service) -> Grant {
    let all = check.policies();
    let policies = policies_of(&all, key);
    let may = |action| grants(&policies, service, action, key);
    may("kms:Decrypt").and(|| may("kms:GenerateDataKey"))
}
