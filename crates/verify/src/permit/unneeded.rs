//! [`Unneeded`]: what a role is allowed though no call that is derived or declared needs it.

use super::covers::concerns;
use super::matching::Match;
use super::needed::{NeededCall, Verdict, role_at};
use super::permissions::Permissions;
use super::request::{Caller, Request};
use crate::inventory::Inventory;
use crate::planned::Planned::Known;
use crate::policy::{Statement, Term};
use crate::resource::Resource;

/// What a role is allowed though no call needs it, in one statement; or why that is not known of
/// the role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unneeded<'a> {
    /// These actions of this statement.
    Actions(Resource<'a>, String, Vec<String>),
    /// It is not known, for this reason.
    Unknown(Resource<'a>, String),
}

/// What the roles of a plan are allowed though no call needs it.
pub fn unneeded<'a>(
    inventory: &'a Inventory,
    permissions: &Permissions<'a>,
    verdicts: &[Verdict<'a>],
) -> Vec<Unneeded<'a>> {
    inventory.all("aws_iam_role").flat_map(|role| of_role(role, permissions, verdicts)).collect()
}

fn of_role<'a>(
    role: Resource<'a>,
    permissions: &Permissions<'a>,
    verdicts: &[Verdict<'a>],
) -> Vec<Unneeded<'a>> {
    let caller = Caller::Role(role);
    let own: Vec<_> =
        verdicts.iter().map(|verdict| &verdict.call).filter(|call| is_by(call, caller)).collect();
    if own.is_empty() {
        return vec![Unneeded::Unknown(role, "no call is derived or declared of it".to_owned())];
    }
    if let Some((call, reason)) =
        own.iter().find_map(|call| Some((call, call.callers.as_ref().err()?)))
    {
        return vec![Unneeded::Unknown(role, format!("whether it {}: {reason}", call.purpose))];
    }
    let mut found = Vec::new();
    for statement in
        permissions.statements_of(role).filter(|statement| statement.allows == Known(true))
    {
        let is_unneeded =
            |term: &&Term| !own.iter().any(|call| needs(call, statement, term, caller));
        let actions = statement.actions.iter().filter(is_unneeded);
        let known = actions.filter(|term| term.text.is_some());
        let mut actions: Vec<_> = known.map(|term| term.to_string()).collect();
        actions.dedup();
        if !actions.is_empty() {
            found.push(Unneeded::Actions(role, statement.label.clone(), actions));
        }
    }
    found
}

/// Whether a role makes a call, or may: of a call that is not read, the place where its role is
/// written tells.
fn is_by<'a>(call: &NeededCall<'a>, caller: Caller<'a>) -> bool {
    match &call.callers {
        Ok(callers) => callers.contains(&caller),
        Err(_) => role_at(&call.place).is_ok_and(|callers| callers.contains(&caller)),
    }
}

fn needs<'a>(
    call: &NeededCall<'a>,
    statement: &Statement<'a>,
    term: &Term<'a>,
    caller: Caller<'a>,
) -> bool {
    call.actions.iter().filter(|action| term.text.is_none() || term.includes(action)).any(
        |action| {
            let (on, context, through) = (call.on.clone(), call.context.clone(), Vec::new());
            concerns(statement, caller, &Request { action, on, context, through }) != Match::No
        },
    )
}
