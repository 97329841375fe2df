//! Whether a condition of a statement is met.
//! Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Multivalued context keys".

use wildmatch::WildMatch;

use super::matching::Match;
use super::request::{Context, Given};
use crate::policy::Condition;

/// Whether a condition is met in a context.
pub fn is_met(condition: &Condition, context: &Context) -> Match {
    let (Some(operator), Some(key)) = (condition.operator.text.as_deref(), condition.key.text.as_deref()) else {
        return Match::Maybe("a condition is known only after the apply".to_owned());
    };
    let operator = Operator::parse(operator);
    let unread = || Match::Maybe(format!("it has a condition on {key}"));
    match context.get(key) {
        Given::Nothing => operator.without_key(condition),
        Given::Optional => match operator.without_key(condition) {
            Match::No => Match::No,
            _ => unread(),
        },
        Given::Own if operator.name == "Null" => operator.null(condition, false),
        Given::Own => Match::sure(!operator.is_negated()),
        Given::ArnOf(services) => {
            let mut values = condition.values.iter().map(|value| value.text.as_deref());
            Match::sure(values.any(|arn| lies_in(arn, services)) != operator.is_negated())
        }
        Given::RegionalName(_) if operator.name == "Null" => operator.null(condition, false),
        Given::RegionalName(service) => {
            let mut values = condition.values.iter().map(|value| value.text.as_deref());
            Match::sure(values.any(|name| is_regional_name(name, service)) != operator.is_negated())
        }
        Given::Something if operator.name == "Null" => operator.null(condition, false),
        Given::Something => unread(),
        Given::Values(given) => operator.holds(condition, &given).unwrap_or_else(unread),
    }
}

/// Whether an ARN may be of one of the services.
pub(crate) fn lies_in(arn: Option<&str>, services: &[&str]) -> bool {
    let service = arn.and_then(|arn| arn.split(':').nth(2));
    service.is_none_or(|service| service.contains(['*', '?']) || services.contains(&service))
}

/// Whether a name may be a service's in a region; a name that is known only after the apply has the region in it.
fn is_regional_name(name: Option<&str>, service: &str) -> bool {
    name.is_none_or(|name| name.split('.').next().is_some_and(|first| first.contains(['*', '?']) || first == service))
}

struct Operator<'o> {
    name: &'o str,
    for_all: bool,
    if_exists: bool,
}

impl<'o> Operator<'o> {
    fn parse(text: &'o str) -> Self {
        let (for_all, rest) = match text.split_once(':') {
            Some((set, rest)) => (set.eq_ignore_ascii_case("ForAllValues"), rest),
            None => (false, text),
        };
        let name = rest.strip_suffix("IfExists");
        Self { name: name.unwrap_or(rest), for_all, if_exists: name.is_some() }
    }

    fn is_negated(&self) -> bool {
        self.name.contains("Not")
    }

    /// "If the key that you specify in a policy condition is not present in the request context, the values do not match and the
    /// condition is false", but for `…IfExists`, `ForAllValues` and the negated ones.
    fn without_key(&self, condition: &Condition) -> Match {
        if self.name == "Null" {
            return self.null(condition, true);
        }
        Match::sure(self.if_exists || self.for_all || self.is_negated())
    }

    fn null(&self, condition: &Condition, is_absent: bool) -> Match {
        match condition.values.first().and_then(|value| value.text.as_deref()) {
            Some(text) => Match::sure(text.eq_ignore_ascii_case("true") == is_absent),
            None => Match::Maybe("a condition is known only after the apply".to_owned()),
        }
    }

    /// Whether given values are among those of the condition; nothing where the operator is not read.
    fn holds(&self, condition: &Condition, given: &[String]) -> Option<Match> {
        let equals: fn(&str, &str) -> bool = match self.name.trim_start_matches("Not") {
            "StringEquals" | "StringNotEquals" => |pattern, text| pattern == text,
            "StringEqualsIgnoreCase" | "StringNotEqualsIgnoreCase" | "Bool" => str::eq_ignore_ascii_case,
            "StringLike" | "StringNotLike" | "ArnEquals" | "ArnLike" | "ArnNotEquals" | "ArnNotLike" => {
                |pattern, text| WildMatch::new(pattern).matches(text)
            }
            "Null" => return Some(self.null(condition, false)),
            _ => return None,
        };
        let among = |value: &String| {
            let mut unknown = false;
            for pattern in &condition.values {
                match pattern.text.as_deref() {
                    Some(pattern) if equals(pattern, value) => return Match::sure(true),
                    // A policy variable.
                    Some(pattern) if pattern.contains("${") => unknown = true,
                    Some(_) => {}
                    None => unknown = true,
                }
            }
            match unknown {
                true => Match::Maybe("a condition is known only after the apply".to_owned()),
                false => Match::No,
            }
        };
        let found = match self.for_all {
            true => given.iter().map(among).fold(Match::sure(true), Match::and),
            false => given.iter().map(among).fold(Match::No, Match::or),
        };
        Some(if self.is_negated() { found.not() } else { found })
    }
}
