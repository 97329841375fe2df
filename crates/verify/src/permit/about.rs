//! Whether a statement is about a call: by its actions, its resources and its conditions.

use super::condition::is_met;
use super::context_key::given;
use super::covers::concerns;
use super::given::Given;
use super::matching::Match;
use super::request::{Caller, Request};
use super::variable::{Resolved, resolve};
use crate::policy::{Statement, Term};

/// Whether a statement is about a call, its principal apart.
pub fn is_about<'a>(
    statement: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    let conditions =
        statement.conditions.iter().map(|condition| is_met(condition, statement, caller, request));
    let incomplete = match statement.has_open_conditions {
        true => Match::Maybe("it has conditions that are known only after the apply".to_owned()),
        false => Match::sure(true),
    };
    let about = about(statement, caller, request);
    if about == Match::No || !is_resolvable(statement, caller, request) {
        return Match::No;
    }
    let met = || conditions.fold(incomplete, Match::and);
    about.and(met()).labelled(&statement.label)
}

/// Whether a statement is about a call, its principal and its conditions apart.
fn about<'a>(statement: &Statement<'a>, caller: Caller<'a>, request: &Request<'_, 'a>) -> Match {
    match acts(statement, request.action) {
        Match::No => Match::No,
        acts => acts.and(concerns(statement, caller, request)),
    }
}

/// Whether each variable of a statement stands for something: "If AWS cannot resolve a variable
/// this might cause the entire statement to be invalid. […] To prevent variables from causing
/// invalid statements, use the ...IfExists condition operator". Source: IAM User Guide, "IAM policy
/// elements: Variables and tags".
fn is_resolvable<'a>(
    statement: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> bool {
    let spares =
        |operator: &Term| operator.text.as_deref().is_none_or(|name| name.ends_with("IfExists"));
    let conditions = statement.conditions.iter().filter(|condition| !spares(&condition.operator));
    let terms = statement.resources.iter().chain(&statement.not_resources);
    let texts = terms
        .chain(conditions.flat_map(|condition| &condition.values))
        .filter_map(|term| term.text.as_deref());
    let mut variables = texts.filter(|text| statement.has_variables && text.contains("${"));
    !variables.any(|text| resolve(text, |key| given(key, caller, request)) == Resolved::Nothing)
}

fn acts(statement: &Statement, action: &str) -> Match {
    let of = |terms: &[Term]| {
        let each = terms.iter().map(|term| match &term.text {
            Some(_) => Match::sure(term.includes(action)),
            None => Match::Maybe("its actions are known only after the apply".to_owned()),
        });
        each.fold(Match::No, Match::or)
    };
    match statement.not_actions.is_empty() {
        true => of(&statement.actions),
        false => of(&statement.not_actions).not(),
    }
}

/// The first condition for which a statement, which is about a call otherwise, does not allow it:
/// its key, and why.
pub fn unmet<'a>(
    statement: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Option<String> {
    if about(statement, caller, request) == Match::No {
        return None;
    }
    let unmet = statement
        .conditions
        .iter()
        .find(|one| is_met(one, statement, caller, request) == Match::No)?;
    let (key, given) = (&unmet.key, given(unmet.key.text.as_deref()?, caller, request));
    Some(match (given, caller) {
        (Given::Nothing, Caller::Service(_)) => format!("{key}, which the service does not send"),
        (Given::Nothing, _) => {
            format!("{key}, which the call does not have")
        }
        _ => format!("{key} of something else"),
    })
}
