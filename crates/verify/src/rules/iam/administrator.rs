//! Nothing in the stack has the permissions of an administrator.
//!
//! ## Why
//!
//! With full permissions, any flaw in a program or pipeline, or any mistake of a person, can cost
//! the whole account: the data, the backups and the log that would tell what happened.
//! `PowerUserAccess` and `IAMFullAccess` lead to the same with one more step.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_iam_role_policy_attachment" "task" {
//!   role       = aws_iam_role.task.name
//!   policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
//! }
//! ```
//!
//! ## Fix
//!
//! Attach a policy that names the actions and resources of the work.
//!
//! ```hcl
//! resource "aws_iam_role_policy_attachment" "task" {
//!   role       = aws_iam_role.task.name
//!   policy_arn = aws_iam_policy.task.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS managed policies for job functions](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html)
//! - [Security Hub control IAM.1](https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html)

use super::check_policy::each_allowing;
use super::managed::attachments;
use crate::Check;
use crate::policy::{Role, Statement, is_everything};

rule! { Error, AnyStack, ["IAM-3"] }

/// Policies with which one can give oneself every right.
/// Source: IAM User Guide, "AWS managed policies for job functions"; AWS Managed Policy Reference.
const ADMINISTRATORS: [&str; 3] = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

/// Whether the policy of this name, which AWS manages, makes an administrator.
pub fn is_administrator(name: &str) -> bool {
    ADMINISTRATORS.contains(&name)
}

/// Whether a statement allows every action on everything.
pub fn allows_everything(statement: &Statement) -> bool {
    let everything = |action: &str| action.split(':').all(is_everything);
    let texts = statement.actions.iter().filter_map(|action| action.text.as_deref());
    statement.is_on_everything() && texts.into_iter().any(everything)
}

fn check(check: &mut Check) {
    each_allowing(check, Role::Identity, |statement| {
        allows_everything(statement).then(|| "allows every action on every resource".to_owned())
    });
    for (place, name) in attachments(check.inventory()) {
        match name.filter(|name| is_administrator(name)) {
            Some(name) => check.fail(
                &place,
                format_args!("{name} lets whoever has it act as an administrator, or become one"),
            ),
            None => check.pass(&place),
        }
    }
}
