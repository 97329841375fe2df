//! The policy of a topic lets those publish who send to it.
//!
//! ## Why
//!
//! A topic without a policy of its own takes what the account's alarms and RDS events send. A policy that is set replaces that default: each
//! sender has to be named. EventBridge always has to be, and without any condition: AWS supports none in topic policies for it, so that a
//! condition on `aws:SourceAccount` makes every event vanish.
//!
//! ## Example
//!
//! ```hcl
//! data "aws_iam_policy_document" "topic" {
//!   statement {
//!     actions   = ["sns:Publish"]
//!     resources = [aws_sns_topic.page.arn]
//!
//!     principals {
//!       type        = "Service"
//!       identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com"]
//!     }
//!
//!     condition {
//!       test     = "StringEquals"
//!       variable = "aws:SourceAccount"
//!       values   = ["123456789012"]
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Allow each sender `sns:Publish`, EventBridge in a statement of its own without a condition.
//!
//! ```hcl
//! data "aws_iam_policy_document" "topic" {
//!   statement {
//!     actions   = ["sns:Publish"]
//!     resources = [aws_sns_topic.page.arn]
//!
//!     principals {
//!       type        = "Service"
//!       identifiers = ["cloudwatch.amazonaws.com"]
//!     }
//!
//!     condition {
//!       test     = "StringEquals"
//!       variable = "aws:SourceAccount"
//!       values   = ["123456789012"]
//!     }
//!   }
//!
//!   statement {
//!     actions   = ["sns:Publish"]
//!     resources = [aws_sns_topic.page.arn]
//!
//!     principals {
//!       type        = "Service"
//!       identifiers = ["events.amazonaws.com"]
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Using resource-based policies for Amazon EventBridge: Amazon SNS permissions](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html)
//! - [Example cases for Amazon SNS access control](https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html)
//! - [Granting permissions to publish notifications to an Amazon SNS topic](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html)

use crate::Check;
use crate::grant::{EVENTBRIDGE, Grant, grants};
use crate::policy::policies_of;
use crate::publisher::Publisher;

rule! { Error, AnyStack, ["MON-4"] }

fn check(check: &mut Check) {
    for publisher in check.publishers().iter() {
        policy(check, publisher);
    }
}

fn policy<'a>(check: &mut Check<'a>, publisher: &Publisher<'a>) {
    let Publisher { topic, service, .. } = publisher;
    let all = check.policies();
    let policies = policies_of(&all, *topic);
    let place = policies.first().map_or(topic.at("policy"), |policy| policy.place.clone());
    // What AWS writes where nobody does: the account's own alarms and RDS events may publish, EventBridge may not.
    let sender = format!("{} may not publish here for {}", service.principal, publisher.sources());
    if policies.is_empty() {
        let is_by_default = crate::Planned::Known(*service != EVENTBRIDGE);
        return check.expect(&place, is_by_default, format!("{sender}: the default policy does not let it"));
    }
    match grants(&policies, *service, "sns:Publish", *topic) {
        Grant::Allowed => check.pass(&place),
        Grant::Refused(refusal) => check.fail(&place, format!("{sender}: {refusal}")),
        Grant::Open(reason) => check.unknown(&place, format!("whether {} may publish: {reason}", service.principal)),
    }
}
