//! No policy allows every action of a service.
//!
//! ## Why
//!
//! `s3:*` is more than any program uses: it includes deleting the bucket, opening it to the world
//! and turning its log off, and also whatever AWS adds to the service later. The same holds for
//! `NotAction` in a statement that allows, and for the managed policies named `…FullAccess`.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions   = ["s3:*"]
//!   resources = ["${aws_s3_bucket.logs.arn}/*"]
//! }
//! ```
//!
//! ## Fix
//!
//! Name the actions that are used; the last access report of the role lists them.
//!
//! ```hcl
//! statement {
//!   actions   = ["s3:GetObject", "s3:PutObject"]
//!   resources = ["${aws_s3_bucket.logs.arn}/*"]
//! }
//! ```
//!
//! ## Source
//!
//! - [Security best practices in IAM: apply least-privilege permissions](https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html)
//! - [IAM JSON policy elements: NotAction](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html)

use super::check_policy::each_allowing;
use super::managed::attachments;
use crate::Check;
use crate::policy::{Role, Statement, is_everything};

rule! { Warning, AnyStack, ["IAM-3"] }

fn check(check: &mut Check) {
    each_allowing(check, Role::Identity, check_statement);
    for (place, name) in attachments(check.inventory()) {
        match name {
            Some(name)
                if name.ends_with("FullAccess")
                    && !super::administrator::is_administrator(name) =>
            {
                check.fail(&place, format_args!("{name} allows every action of its service"));
            }
            _ => check.pass(&place),
        }
    }
}

fn check_statement(statement: &Statement) -> Option<String> {
    if super::administrator::allows_everything(statement) {
        return None;
    }
    if !statement.not_actions.is_empty() {
        return Some("allows whatever NotAction does not name, also what AWS will add".to_owned());
    }
    let wild = statement
        .actions
        .iter()
        .filter_map(|action| wild_service(action.text.as_deref()?))
        .next()?;
    Some(format!("allows every action of {wild}"))
}

/// The service of which a pattern includes every action.
fn wild_service(action: &str) -> Option<&str> {
    match action.split_once(':') {
        None => is_everything(action).then_some("every service"),
        Some((service, _)) if is_everything(service) => Some("every service"),
        Some((service, actions)) => is_everything(actions).then_some(service),
    }
}
