//! Another account gets access with an external id, or as one named role.
//!
//! ## Why
//!
//! A role that trusts the whole of another account can be assumed by whoever that account gives the
//! permission to. If it belongs to a supplier, another of its customers may name your role to it
//! (the confused deputy); an external id tells the two apart. Only accounts that the plan shows not
//! to be its own are looked at.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions = ["sts:AssumeRole"]
//!
//!   principals {
//!     type        = "AWS"
//!     identifiers = ["arn:aws:iam::999999999999:root"]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Add a condition on `sts:ExternalId`, or within one organisation on `aws:PrincipalOrgID`; or name
//! the one role that needs it.
//!
//! ```hcl
//! statement {
//!   actions = ["sts:AssumeRole"]
//!
//!   principals {
//!     type        = "AWS"
//!     identifiers = ["arn:aws:iam::999999999999:root"]
//!   }
//!
//!   condition {
//!     test     = "StringEquals"
//!     variable = "sts:ExternalId"
//!     values   = [var.external_id]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Access to AWS accounts owned by third parties: the external id](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html)
//! - [The confused deputy problem](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html)

use std::collections::BTreeSet;

use super::caller::is_narrowed;
use super::check_policy::each_allowing;
use crate::Check;
use crate::policy::{Principal, Role, Statement};

rule! { Warning, AnyStack, ["IAM-3"] }

fn check(check: &mut Check) {
    let own = own_accounts(check);
    each_allowing(check, Role::Trust, |statement| check_statement(statement, &own));
}

fn check_statement(statement: &Statement, own: &BTreeSet<String>) -> Option<String> {
    if own.is_empty()
        || is_narrowed(statement)
        || statement.has_condition_on(&["aws:MultiFactorAuthPresent"])
    {
        return None;
    }
    let accounts = statement.principals.iter().filter_map(whole_account);
    let other = accounts.into_iter().find(|account| !own.contains(*account))?;
    Some(format!("lets anyone in account {other} assume the role, without sts:ExternalId"))
}

/// The account, where a principal is all of it rather than one role or user.
fn whole_account<'p>(principal: &'p Principal) -> Option<&'p str> {
    let id = principal.id.text.as_deref().filter(|_| principal.kind.is("AWS"))?;
    let is_number = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<_> = id.split(':').collect();
    match parts[..] {
        [account] if is_number(account) => Some(account),
        ["arn", _, "iam", "", account, "root"] if is_number(account) => Some(account),
        _ => None,
    }
}

/// The accounts that the plan itself is of: of the caller, of what exists, and of whoever
/// administers its keys.
fn own_accounts(check: &Check) -> BTreeSet<String> {
    let inventory = check.inventory();
    let callers = inventory
        .data("aws_caller_identity")
        .filter_map(|data| data.at("account_id").string().known());
    let arns = inventory.resources().filter_map(|resource| resource.at("arn").string().known());
    let accounts =
        arns.filter_map(|arn| arn.split(':').nth(4)).filter(|account| account.len() == 12);
    let policies = check.policies();
    let keys =
        policies.iter().filter(|policy| policy.place.resource().kind().starts_with("aws_kms_"));
    let administering = keys
        .flat_map(|policy| &policy.statements)
        .filter(|statement| statement.includes("kms:PutKeyPolicy"));
    let owners =
        administering.flat_map(|statement| statement.principals.iter().filter_map(whole_account));
    callers.chain(accounts).chain(owners).map(str::to_owned).collect()
}
