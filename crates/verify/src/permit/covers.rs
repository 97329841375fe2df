//! Whether what a statement is about covers what a call is made on.

use super::context_key::given;
use super::matching::Match;
use super::pattern::Pattern;
use super::request::{Caller, Request, Target, function_of};
use super::resource_arn::{SERVICE, Within, covers_ends, is_arn_of, is_pattern_of, within};
use super::variable::{Resolved, resolve};
use crate::planned::Planned::{Known, Unknown};
use crate::policy::{Statement, Term, is_everything};
use crate::resource::Resource;

/// Whether a statement covers what a call is made on, by `Resource` or `NotResource`.
pub fn concerns<'a>(
    statement: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    let (terms, is_negated) = match (&statement.resources[..], &statement.not_resources[..]) {
        // A policy of a resource may leave `Resource` out: it means that resource.
        ([], []) => return Match::sure(true),
        (resources, []) => (resources, false),
        (_, not) => (not, true),
    };
    let mut found = Match::No;
    for term in terms {
        let pattern = match term.text.as_deref() {
            None => None,
            Some(text) if !statement.has_variables => Some(Pattern::of(text)),
            Some(text) => match resolve(text, |key| given(key, caller, request)) {
                Resolved::Pattern(pattern) => Some(pattern),
                // A text with a variable that the call has no value for matches nothing.
                Resolved::Nothing => continue,
                Resolved::Unknown(key) => {
                    found = found.or(Match::Maybe(format!("its resource depends on {key}")));
                    continue;
                }
            },
        };
        found = found.or(covers(term, pattern.as_ref(), statement.may_allow(), request));
    }
    match request.on {
        Target::Something => of_something(statement, terms, is_negated, found),
        _ if is_negated => found.not(),
        _ => found,
    }
}

/// Of some resource that the plan does not name, what a statement allows may be meant; what it
/// denies may be another.
fn of_something(statement: &Statement, terms: &[Term], is_negated: bool, found: Match) -> Match {
    let is_all = terms.iter().any(|term| term.text.as_deref().is_some_and(is_everything));
    match (is_all, is_negated, statement.may_allow()) {
        (true, ..) => Match::sure(!is_negated),
        (_, true, true) => Match::sure(true),
        (_, true, false) => Match::Maybe("it spares a resource that may be another".to_owned()),
        (_, false, _) if found == Match::No => Match::No,
        (_, false, true) => Match::sure(true),
        (_, false, false) => Match::Maybe("it is for a resource that may be another".to_owned()),
    }
}

const LATER: &str = "a resource of it is known only after the apply";

/// Whether a term covers what the call is made on.
fn covers<'a>(
    term: &Term<'a>,
    pattern: Option<&Pattern>,
    allows: bool,
    request: &Request<'_, 'a>,
) -> Match {
    let service = request.action.split(':').next().unwrap_or_default();
    let Some(pattern) = pattern else {
        return match &request.on {
            Target::Resource(resource) => match term.of_any_account() {
                Some(text) => {
                    let within = within(*resource, request.action);
                    is_pattern_of(&Pattern::of(&text), *resource, service, within).of_all(allows)
                }
                None => is_linked(term, *resource, allows, request.action),
            },
            Target::Something => Match::sure(true),
            Target::Anything => Match::sure(false),
            Target::Arn(arn) => match term.of_any_account() {
                Some(text) => Match::sure(Pattern::of(&text).is_arn(arn)),
                None if term.is_of_others(|resource| {
                    is_arn_of(&Pattern::of(arn), resource) == Match::No
                }) =>
                {
                    Match::No
                }
                None => Match::Maybe(LATER.to_owned()),
            },
        };
    };
    if pattern.is_everything() {
        return Match::sure(true);
    }
    let of_service = pattern.segment(SERVICE);
    if of_service.as_ref().is_some_and(Pattern::has_wildcards) {
        return Match::Maybe(format!(
            "AWS takes no wildcard for the service in {}",
            pattern.text()
        ));
    }
    match &request.on {
        Target::Anything => Match::No,
        Target::Something => {
            Match::sure(of_service.is_none_or(|own| own.matches(service_of_arns(service))))
        }
        Target::Arn(arn) => Match::sure(pattern.is_arn(arn)),
        Target::Resource(resource) => {
            is_pattern_of(pattern, *resource, service, within(*resource, request.action))
                .of_all(allows)
        }
    }
}

/// The service in the ARNs of what the actions of a service are about, where it is another one.
/// Source: Service Authorization Reference, "Resource types defined by Amazon RDS Data API" and "…
/// by Apache Kafka APIs for Amazon MSK clusters".
fn service_of_arns(service: &str) -> &str {
    match service {
        "rds-data" => "rds",
        "kafka-cluster" => "kafka",
        other => other,
    }
}

/// Whether a value that is known after the apply is the ARN of a resource, or of what the action is
/// about within it: of an alias of a function also where it is the function's with every alias
/// behind it.
fn is_linked<'a>(term: &Term<'a>, resource: Resource<'a>, allows: bool, action: &str) -> Match {
    let own = term.names(resource);
    let named = match (resource.kind(), own) {
        ("aws_lambda_alias", Known(false) | Unknown) => {
            function_of(resource).map_or(own, |function| own.or_else(term.names(function)))
        }
        _ => own,
    };
    match named {
        Known(true) => match (term.tail(), within(resource, action)) {
            (None, _) | (_, Within::Whole) => Match::sure(true),
            // The tail is appended to the ARN of the linked resource itself.
            (Some(tail), within) => {
                covers_ends(&Pattern::of(tail), resource, within).of_all(allows)
            }
        },
        Known(false) if term.is_of_another() => Match::No,
        _ => Match::Maybe(LATER.to_owned()),
    }
}
