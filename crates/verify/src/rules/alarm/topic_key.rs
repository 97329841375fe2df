//! Who sends to an encrypted topic may use its key.
//!
//! ## Why
//!
//! CloudWatch alarms, EventBridge and RDS events encrypt what they send with the topic's key, each
//! as itself. The key that AWS manages, `alias/aws/sns`, lets no other service use it, and its
//! policy cannot be changed; the alarm is then raised and nobody is notified. A customer managed
//! key has to allow each service `kms:Decrypt` and `kms:GenerateDataKey*`.
//!
//! A condition on `aws:SourceAccount` or `aws:SourceArn` is right for CloudWatch and RDS, and fatal
//! for EventBridge, which sends neither: every event is lost.
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
//! Encrypt the topic with a customer managed key whose policy lets each sender decrypt and generate
//! data keys.
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
use crate::attribute_path::AttributePath;
use crate::key::KeyOf;
use crate::permit::Decision;
use crate::permit::sender::Sender;
use crate::resource::Resource;

rule! { Error, AnyStack, ["MON-4", "ALL-4"] }

fn check(check: &mut Check) {
    for publisher in check.publishers().iter() {
        let place = publisher.topic.at("kms_master_key_id");
        usable(check, &place, publisher.sender, None, &publisher.sources());
    }
}

/// Whether a service may use the key at a place, to send on behalf of others.
pub fn usable<'a>(
    check: &mut Check<'a>,
    place: &AttributePath<'a>,
    sender: Sender,
    source: Option<Resource<'a>>,
    sources: &str,
) {
    let refused = format!("{} may not use the key for {sources}", sender.principal);
    match KeyOf::at(place) {
        KeyOf::None => check.pass(place),
        KeyOf::Aws(alias) => {
            check.fail(place, format!("{refused}: no other service may use {alias}"))
        }
        KeyOf::Elsewhere(reason) => {
            check.unknown(place, format!("whether {} may use the key: {reason}", sender.principal));
        }
        KeyOf::Own(key) => match may_use(check, key, sender, source) {
            Decision::Allowed(_) => check.pass(place),
            Decision::Denied(statement) => {
                check.fail(place, format!("{refused}: {statement} denies it"))
            }
            Decision::Missing(reason) => check
                .fail(place, format!("{refused}: in the policy of {}, {reason}", key.address())),
            Decision::Unknown(reason) => {
                check.unknown(place, format!("the policy of {}: {reason}", key.address()))
            }
        },
    }
}

/// SNS Developer Guide, "Enable compatibility between event sources from AWS services and encrypted
/// topics".
fn may_use<'a>(
    check: &Check<'a>,
    key: Resource<'a>,
    sender: Sender,
    source: Option<Resource<'a>>,
) -> Decision {
    let permissions = check.permissions();
    let may = |action| permissions.decide(sender.caller(), &sender.request(action, key, source));
    may("kms:Decrypt").and(may("kms:GenerateDataKey"))
}
