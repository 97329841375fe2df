//! Whether a condition of a statement is met.
//! Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Multivalued context
//! keys".

use super::context_key::given;
use super::given::Given;
use super::matching::Match;
use super::pattern::Pattern;
use super::request::{Caller, Request};
use super::resource_arn;
use super::variable::{Resolved, resolve};
use crate::planned::Planned::Known;
use crate::policy::{Condition, Statement, Term};

const LATER: &str = "a condition is known only after the apply";

/// Whether a condition of a statement is met by a call.
pub fn is_met<'a>(
    condition: &Condition<'a>,
    of: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    let (Some(operator), Some(key)) =
        (condition.operator.text.as_deref(), condition.key.text.as_deref())
    else {
        return Match::Maybe(LATER.to_owned());
    };
    if is_met_by_old_tls_only(operator, key, condition) {
        return Match::No;
    }
    let Some(operator) = Operator::parse(operator) else {
        let (operator, key) = (&condition.operator, &condition.key);
        return Match::Maybe(format!("it has a condition {operator} on {key}"));
    };
    let held = Held { condition, of, caller, request };
    match given(key, caller, request) {
        Given::Chosen => match of.allows {
            Known(allows) => Match::sure(allows),
            _ => held.unread(),
        },
        Given::Something if operator.compares != Compares::Null => held.unread(),
        Given::Disputed(services) => {
            match (held.with_arn(&operator, services), operator.without_key(&held)) {
                (with, without) if with == without => with,
                _ => Match::Maybe(format!("AWS's documents differ on whether {key} is sent here")),
            }
        }
        Given::Values(values) if values.is_empty() => operator.without_key(&held),
        Given::Nothing => operator.without_key(&held),
        _ if operator.compares == Compares::Null => held.null(false),
        Given::Values(values) => {
            let each =
                values.into_iter().map(|value| operator.holds(&held, &Given::Values(vec![value])));
            match operator.set {
                Set::All => each.fold(Match::sure(true), Match::and),
                Set::Any => each.fold(Match::No, Match::or),
                Set::One if operator.is_negated => each.fold(Match::sure(true), Match::and),
                Set::One => each.fold(Match::No, Match::or),
            }
        }
        given => operator.holds(&held, &given),
    }
}

/// Whether only who calls with an older version of TLS than AWS still takes meets a condition.
/// Source: AWS Security Blog, "TLS 1.2 to become the minimum TLS protocol level for all AWS API
/// endpoints"; S3 User Guide, "Bucket policy examples using condition keys", `s3:TlsVersion`.
fn is_met_by_old_tls_only(operator: &str, key: &str, condition: &Condition) -> bool {
    const OLDEST: f64 = 1.2;
    let is_old = |value: &Term| {
        let version = value.text.as_deref().and_then(|text| text.parse::<f64>().ok());
        version.is_some_and(|version| version <= OLDEST)
    };
    key.eq_ignore_ascii_case("s3:TlsVersion")
        && operator == "NumericLessThan"
        && condition.values.iter().all(is_old)
}

/// Whether an ARN may be of one of the services.
fn may_be_of(arn: Option<&str>, services: &[&str]) -> bool {
    let service = arn.and_then(|arn| arn.split(':').nth(2));
    service.is_none_or(|service| service.contains(['*', '?', '$']) || services.contains(&service))
}

/// Whether a name may be a service's in a region; a name that is known only after the apply has the
/// region in it.
fn is_regional_name(name: Option<&str>, service: &str) -> bool {
    name.is_none_or(|name| {
        name.split('.').next().is_some_and(|first| first.contains(['*', '?']) || first == service)
    })
}

/// A condition, with what it is held against.
struct Held<'h, 'r, 'a> {
    condition: &'h Condition<'a>,
    of: &'h Statement<'a>,
    caller: Caller<'a>,
    request: &'h Request<'r, 'a>,
}

impl<'a> Held<'_, '_, 'a> {
    fn unread(&self) -> Match {
        Match::Maybe(format!("it has a condition on {}", self.condition.key))
    }

    /// Decides the condition for a call whose value is an ARN of one of these services.
    fn with_arn(&self, operator: &Operator, services: &'static [&'static str]) -> Match {
        match operator.compares {
            Compares::Null => self.null(false),
            _ => operator.holds(self, &Given::ArnOf(services)),
        }
    }

    fn null(&self, is_absent: bool) -> Match {
        match self.condition.values.first().and_then(|value| value.text.as_deref()) {
            Some(text) => Match::sure(text.eq_ignore_ascii_case("true") == is_absent),
            None => Match::Maybe(LATER.to_owned()),
        }
    }

    /// A value of the condition, its variables replaced.
    fn pattern(&self, text: &str) -> Resolved {
        match self.of.has_variables {
            true => resolve(text, |key| given(key, self.caller, self.request)),
            false => Resolved::Pattern(Pattern::of(text)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    One,
    All,
    Any,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compares {
    Letters,
    LettersOfAnyCase,
    Wildcards,
    Arns,
    Null,
}

struct Operator {
    set: Set,
    compares: Compares,
    is_negated: bool,
    if_exists: bool,
}

impl Operator {
    /// Reads an operator. `None` for those that compare numbers, dates, addresses and binary
    /// values: a plan does not show the values that they are compared with.
    fn parse(text: &str) -> Option<Self> {
        let (set, rest) = match text.split_once(':') {
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAllValues") => (Set::All, rest),
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAnyValue") => (Set::Any, rest),
            Some(_) => return None,
            None => (Set::One, text),
        };
        let name = rest.strip_suffix("IfExists");
        let if_exists = name.is_some();
        let (compares, is_negated) = match name.unwrap_or(rest) {
            "StringEquals" => (Compares::Letters, false),
            "StringNotEquals" => (Compares::Letters, true),
            "StringEqualsIgnoreCase" | "Bool" => (Compares::LettersOfAnyCase, false),
            "StringNotEqualsIgnoreCase" => (Compares::LettersOfAnyCase, true),
            "StringLike" => (Compares::Wildcards, false),
            "StringNotLike" => (Compares::Wildcards, true),
            // "The ArnEquals and ArnLike condition operators behave identically."
            "ArnEquals" | "ArnLike" => (Compares::Arns, false),
            "ArnNotEquals" | "ArnNotLike" => (Compares::Arns, true),
            "Null" => (Compares::Null, false),
            _ => return None,
        };
        Some(Self { set, compares, is_negated, if_exists })
    }

    /// "If the key that you specify in a policy condition is not present in the request context,
    /// the values do not match and the condition is false", but for `…IfExists`, `ForAllValues`
    /// and the negated ones; `ForAnyValue` is false.
    fn without_key(&self, held: &Held) -> Match {
        match (self.compares, self.set) {
            (Compares::Null, _) => held.null(true),
            (_, Set::All) => Match::sure(true),
            (_, Set::Any) => Match::sure(self.if_exists),
            (_, Set::One) => Match::sure(self.if_exists || self.is_negated),
        }
    }

    /// Whether what is given is one of the values, or, negated, none of them.
    fn holds<'a>(&self, held: &Held<'_, '_, 'a>, given: &Given<'a>) -> Match {
        if *given == Given::Own {
            return Match::sure(!self.is_negated);
        }
        let mut found = Match::No;
        for value in &held.condition.values {
            match self.is(value, held, given) {
                None => return held.unread(),
                Some(is) => found = found.or(is),
            }
        }
        if self.is_negated { found.not() } else { found }
    }

    /// Whether a value matches what the call has; `None` if the value has a variable that the call
    /// has no value for.
    fn is<'a>(
        &self,
        value: &Term<'a>,
        held: &Held<'_, '_, 'a>,
        given: &Given<'a>,
    ) -> Option<Match> {
        let pattern = match value.text.as_deref().map(|text| held.pattern(text)) {
            Some(Resolved::Nothing) => return None,
            Some(Resolved::Unknown(_)) => return Some(held.unread()),
            Some(Resolved::Pattern(pattern)) => Some(pattern),
            None => None,
        };
        let text = pattern.as_ref().map(Pattern::text);
        let text = text.as_deref();
        Some(match (given, &pattern) {
            (Given::Values(values), Some(pattern)) => {
                let value = values.first().map_or("", String::as_str);
                Match::sure(match self.compares {
                    Compares::Letters => pattern.is(value, false),
                    Compares::LettersOfAnyCase => pattern.is(value, true),
                    Compares::Arns if value.starts_with("arn:") => pattern.is_arn(value),
                    _ => pattern.matches(value),
                })
            }
            (Given::Arn(arn), Some(pattern)) => Match::sure(pattern.is_arn(arn)),
            (Given::Arn(_), None) => match value.of_any_account() {
                Some(text) => return self.is_of_any_account(&text, given),
                None => Match::Maybe(LATER.to_owned()),
            },
            (Given::Resource(resource), _) => {
                resource_arn::is_resource(value, pattern.as_ref(), *resource)
            }
            (Given::ArnOf(services), _) => Match::sure(may_be_of(text, services)),
            (Given::RegionalName(service), _) => Match::sure(is_regional_name(text, service)),
            _ => Match::Maybe(LATER.to_owned()),
        })
    }

    fn is_of_any_account(&self, text: &str, given: &Given) -> Option<Match> {
        let Given::Arn(arn) = given else { return None };
        Some(Match::sure(Pattern::of(text).is_arn(arn)))
    }
}
