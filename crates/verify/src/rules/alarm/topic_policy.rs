//! The policy of a topic lets its senders publish.
//!
//! ## Why
//!
//! A topic without a policy of its own accepts what the account's alarms and RDS events send. A
//! policy that is set replaces that default: each sender has to be named. EventBridge always has to
//! be, and without any condition: AWS documents that topic policies support none for it, so
//! that a condition on `aws:SourceAccount` loses every event. Of a condition on `aws:SourceArn` a
//! sample of AWS says otherwise: whether it is met is not known.
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
//! - [Amazon EventBridge to Amazon SNS](https://serverlessland.com/patterns/eventbridge-sns-terraform),
//!   the sample
//! - [Example cases for Amazon SNS access control](https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html)
//! - [Granting permissions to publish notifications to an Amazon SNS topic](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html)

use crate::Check;
use crate::permit::Decision;
use crate::publisher::Publisher;

rule! { Error, AnyStack, ["MON-4"] }

fn check(check: &mut Check) {
    for publisher in check.publishers().iter() {
        policy(check, publisher);
    }
}

fn policy<'a>(check: &mut Check<'a>, publisher: &Publisher<'a>) {
    let Publisher { topic, sender, .. } = publisher;
    let permissions = check.permissions();
    let place = permissions.about(*topic).first().map(|policy| policy.place.clone());
    let place = place.unwrap_or_else(|| topic.at("policy"));
    let refused = format!("{} may not publish here for {}", sender.principal, publisher.sources());
    match permissions.decide(sender.caller(), &sender.request("sns:Publish", *topic, None)) {
        Decision::Allowed(_) => check.pass(&place),
        Decision::Denied(statement) => {
            check.fail(&place, format!("{refused}: {statement} denies it"))
        }
        Decision::Missing(reason) => check.fail(&place, format!("{refused}: {reason}")),
        Decision::Unknown(reason) => {
            check.unknown(&place, format!("whether {} may publish: {reason}", sender.principal))
        }
    }
}
