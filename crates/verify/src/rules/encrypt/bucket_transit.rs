//! The policy of every bucket refuses unencrypted requests.
//!
//! ## Why
//!
//! S3 answers over HTTP as well as over HTTPS. Without a statement that denies unencrypted
//! requests, one client with a wrong address sends its objects, and whatever names them, readable
//! over the network.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket" "logs" {
//!   bucket = "payments-logs"
//! }
//! ```
//!
//! ## Fix
//!
//! Deny every action to everyone where `aws:SecureTransport` is false.
//!
//! ```hcl
//! data "aws_iam_policy_document" "logs" {
//!   statement {
//!     effect    = "Deny"
//!     actions   = ["s3:*"]
//!     resources = [aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"]
//!
//!     principals {
//!       type        = "AWS"
//!       identifiers = ["*"]
//!     }
//!
//!     condition {
//!       test     = "Bool"
//!       variable = "aws:SecureTransport"
//!       values   = ["false"]
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Security best practices for Amazon S3: enforce encryption of data in transit](https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html)

use crate::Check;
use crate::planned::Planned::Known;
use crate::policy::{Condition, Statement};

rule! { Warning, AnyStack, ["ALL-4", "ST-3"] }

fn check(check: &mut Check) {
    for bucket in check.all("aws_s3_bucket") {
        let permissions = check.permissions();
        let policies = permissions.about(bucket);
        let Some(first) = policies.first() else {
            check.fail(&bucket.root(), "no policy refuses unencrypted requests");
            continue;
        };
        let mut statements = policies.iter().flat_map(|policy| &policy.statements);
        if statements.any(refuses_clear) {
            check.pass(&first.place);
        } else if let Some(incomplete) = policies.iter().find(|policy| !policy.is_complete()) {
            check.unknown(&incomplete.place, incomplete.reason());
        } else {
            check.fail(&first.place, "it does not refuse unencrypted requests");
        }
    }
}

fn refuses_clear(statement: &Statement) -> bool {
    let everyone = statement.principals.iter().any(|principal| principal.is_everyone());
    let mut conditions = statement.conditions_on("aws:SecureTransport");
    statement.allows == Known(false) && everyone && conditions.any(is_false)
}

fn is_false(condition: &Condition) -> bool {
    condition
        .values
        .iter()
        .any(|value| value.text.as_deref().is_some_and(|text| text.eq_ignore_ascii_case("false")))
}
