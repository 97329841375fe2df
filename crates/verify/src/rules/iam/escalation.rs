//! No policy lets someone gain permissions that it does not give.
//!
//! ## Why
//!
//! With `iam:PassRole` on every role, someone can start a task as the administrator; with
//! `iam:CreatePolicyVersion`, rewrite their own policy; with `lambda:UpdateFunctionCode`, act as
//! any function. Each of these makes its holder an administrator, though the policy does
//! not say so.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions   = ["ecs:RunTask", "iam:PassRole"]
//!   resources = ["*"]
//! }
//! ```
//!
//! ## Fix
//!
//! Name the roles, policies or functions it is for, and for `iam:PassRole` also the service, by the
//! condition `iam:PassedToService`.
//!
//! ```hcl
//! statement {
//!   actions   = ["iam:PassRole"]
//!   resources = [aws_iam_role.task.arn]
//!
//!   condition {
//!     test     = "StringEquals"
//!     variable = "iam:PassedToService"
//!     values   = ["ecs-tasks.amazonaws.com"]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Grant a user permissions to pass a role to an AWS service](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html)
//! - [AWS IAM privilege escalation: methods and mitigation](https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/)

use super::administrator::allows_everything;
use super::caller::{holds_back, is_on_the_way};
use super::check_policy::each_allowing;
use crate::Check;
use crate::policy::{Role, Statement, Term};

rule! { Error, AnyStack, ["IAM-3"] }

/// Actions with which someone gets the permissions of someone else, where they may be used on
/// anyone. Source: Rhino Security Labs, "AWS IAM privilege escalation methods"; IAM User Guide,
/// "Grant a user permissions to pass a role".
const ESCALATIONS: [(&str, &str); 16] = [
    ("iam:AddUserToGroup", "join any group"),
    ("iam:AttachGroupPolicy", "give any group any policy"),
    ("iam:AttachRolePolicy", "give any role any policy"),
    ("iam:AttachUserPolicy", "give any user any policy"),
    ("iam:CreateAccessKey", "make keys of any user"),
    ("iam:CreateLoginProfile", "make a password for any user"),
    ("iam:CreatePolicyVersion", "rewrite any policy"),
    ("iam:PassRole", "hand any role to a service and act through it"),
    ("iam:PutGroupPolicy", "put any permission into any group"),
    ("iam:PutRolePolicy", "put any permission into any role"),
    ("iam:PutUserPolicy", "put any permission into any user"),
    ("iam:SetDefaultPolicyVersion", "bring back any version of any policy"),
    ("iam:UpdateAssumeRolePolicy", "let anyone take on any role"),
    ("iam:UpdateLoginProfile", "change the password of any user"),
    ("lambda:UpdateFunctionCode", "run any code as the role of any function"),
    ("sts:AssumeRole", "assume every role that trusts the account"),
];

fn check(check: &mut Check) {
    each_allowing(check, Role::Identity, check_statement);
}

fn check_statement(statement: &Statement) -> Option<String> {
    // A statement that allows everything is reported by `iam-administrator`.
    if allows_everything(statement)
        || is_narrowed(statement)
        || !statement.resources.iter().any(is_anyone)
    {
        return None;
    }
    let (action, what) = ESCALATIONS.iter().find(|(action, _)| statement.includes(action))?;
    Some(format!("allows {action} on every resource: to {what}"))
}

/// Whether a condition, on tags or `iam:PassedToService` for example, limits it. Conditions on how
/// the call is made, such as TLS, do not count.
fn is_narrowed(statement: &Statement) -> bool {
    statement.conditions.iter().any(|condition| !is_on_the_way(condition) && holds_back(condition))
}

/// `*`, or every role, user, policy or function of any account or of one.
fn is_anyone(resource: &Term) -> bool {
    let Some(text) = resource.text.as_deref() else { return false };
    let last = text.split(':').nth(5).unwrap_or(text);
    matches!(last, "*" | "role/*" | "user/*" | "group/*" | "policy/*")
        || text.ends_with(":function:*")
}
