//! Permissions are given on named resources, wherever AWS supports that.
//!
//! ## Why
//!
//! `Resource: "*"` gives permission on everything of its kind in the account, including what other
//! teams keep there and what is created later. Few actions need it, such as
//! `ecr:GetAuthorizationToken`, `cloudwatch:PutMetricData` or most that list; those are not
//! reported.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions   = ["secretsmanager:GetSecretValue"]
//!   resources = ["*"]
//! }
//! ```
//!
//! ## Fix
//!
//! Name the resources, or add a condition that does, such as `aws:ResourceTag`.
//!
//! ```hcl
//! statement {
//!   actions   = ["secretsmanager:GetSecretValue"]
//!   resources = [aws_secretsmanager_secret.database.arn]
//! }
//! ```
//!
//! ## Source
//!
//! - [Actions, resources, and condition keys for AWS services](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html)
//! - [Security best practices in IAM: apply least-privilege permissions](https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html)

use super::administrator::allows_everything;
use super::caller::is_on_the_way;
use super::check_policy::each_allowing;
use crate::Check;
use crate::policy::{Role, Statement, Term, includes};

rule! { Warning, AnyStack, ["IAM-3"] }

/// A service and its actions in each line.
const RESOURCE_LEVEL_ACTIONS: &str = include_str!("resource_level_actions.txt");

fn check(check: &mut Check) {
    each_allowing(check, Role::Identity, check_statement);
}

fn check_statement(statement: &Statement) -> Option<String> {
    let is_wide = statement.resources.iter().any(is_everything);
    if !is_wide || allows_everything(statement) || is_narrowed(statement) {
        return None;
    }
    let actions: Vec<_> = statement.actions.iter().filter_map(takes_resources).collect();
    let first = actions.first()?;
    let more = if actions.len() > 1 { " and others" } else { "" };
    Some(format!("allows {first}{more} on every resource, where AWS supports single resources"))
}

/// Any condition on what is acted on, who acts or why: all but those on the way of the call.
fn is_narrowed(statement: &Statement) -> bool {
    !statement.conditions.iter().all(is_on_the_way)
}

/// `*`, or everything of one service as `arn:aws:s3:::*`. All log groups of an account are what
/// AWS's own policies name.
fn is_everything(resource: &Term) -> bool {
    let text = resource.text.as_deref().unwrap_or_default();
    let parts: Vec<_> = text.splitn(6, ':').collect();
    crate::policy::is_everything(text)
        || matches!(parts[..], ["arn", _, service, _, _, "*"] if service != "logs")
}

/// The first action that a pattern includes and that takes resources.
fn takes_resources(pattern: &Term) -> Option<String> {
    let (wanted, pattern) = pattern.text.as_deref()?.split_once(':')?;
    let lines = RESOURCE_LEVEL_ACTIONS.lines().filter(|line| !line.starts_with('#'));
    let (service, actions) =
        lines.filter_map(|line| line.split_once(' ')).find(|(service, _)| *service == wanted)?;
    let action = actions.split(' ').find(|action| includes(pattern, action))?;
    Some(format!("{service}:{action}"))
}
