//! What a statement does to a call: it allows it, or denies it.

use super::about::is_about;
use super::matching::Match;
use super::principal::{Meant, meant};
use super::request::{Caller, Request};
use crate::planned::Planned::Known;
use crate::policy::Statement;

/// Whether any of the statements allows a call.
pub fn allowed<'s, 'a: 's>(
    statements: impl Iterator<Item = &'s Statement<'a>>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    let may = statements.filter(|statement| statement.may_allow());
    may.map(|one| allow(one, caller, request)).fold(Match::No, Match::or)
}

/// Whether a statement allows a call.
pub fn allow<'a>(
    statement: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    with_effect(statement, true, caller, request)
}

/// Whether a statement denies a call to whoever it is about.
pub fn deny<'a>(statement: &Statement<'a>, caller: Caller<'a>, request: &Request<'_, 'a>) -> Match {
    with_effect(statement, false, caller, request)
}

/// Whether a statement is about a call and allows it, or denies it.
fn with_effect<'a>(
    statement: &Statement<'a>,
    allows: bool,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    match statement.allows {
        Known(effect) if effect == allows => is_about(statement, caller, request),
        Known(_) => Match::No,
        _ => {
            let verb = if allows { "allows" } else { "denies" };
            let later = format!("whether {statement} {verb} is known only after the apply");
            is_about(statement, caller, request).and(Match::Maybe(later))
        }
    }
}

/// Whether a statement denies a call to a caller.
pub fn denies<'a>(
    statement: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    if statement.allows == Known(true) {
        return Match::No;
    }
    match meant(statement, caller) {
        // A denial of an account is one of each of its roles.
        Meant::Account => deny(statement, caller, request),
        Meant::Caller(is) => deny(statement, caller, request).and(is),
    }
}
