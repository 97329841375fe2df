//! The rule of a composite alarm: a condition over other alarms.
//!
//! Source: CloudWatch API Reference, `PutCompositeAlarm`, `AlarmRule`: functions, operators and
//! constants in upper case, a name plain or in quotes, an ARN in quotes; `NOT` binds before `AND`,
//! and `AND` before `OR`.

use crate::Resource;

/// Brackets within brackets that are followed. A rule has 10,240 characters at most, so a
/// stranger's can be deep.
const DEEPEST: usize = 64;

/// A rule that was read.
#[derive(Debug, PartialEq)]
pub enum AlarmRule<'a> {
    /// `TRUE` or `FALSE`.
    Always(bool),
    /// The alarm of this name is in state `ALARM`.
    Alarm(&'a str),
    /// It is in another state: `OK` or `INSUFFICIENT_DATA`.
    Other(&'a str),
    /// The rule does not hold.
    Not(Box<AlarmRule<'a>>),
    /// All hold.
    All(Vec<AlarmRule<'a>>),
    /// One holds at least.
    Any(Vec<AlarmRule<'a>>),
}

impl<'a> AlarmRule<'a> {
    /// The rule of a composite alarm; none if it is not known or cannot be read.
    pub fn of(composite: Resource<'a>) -> Option<Self> {
        composite.at("alarm_rule").string().known().and_then(Self::parse)
    }

    /// Reads a rule; none if it is written otherwise than AWS documents it, or is nested deeper
    /// than anyone writes.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut left = text;
        let rule = any(&mut left, 0)?;
        left.trim().is_empty().then_some(rule)
    }

    /// The names of the alarms that it is made of, each as often as it is there.
    pub fn names(&self) -> Vec<&'a str> {
        match self {
            Self::Always(_) => Vec::new(),
            Self::Alarm(name) | Self::Other(name) => vec![name],
            Self::Not(rule) => rule.names(),
            Self::All(rules) | Self::Any(rules) => rules.iter().flat_map(Self::names).collect(),
        }
    }

    /// Evaluates the rule. `raised` says whether an alarm is in state `ALARM`; the result is none
    /// if it depends on an alarm for which `raised` says none.
    pub fn holds(&self, raised: &dyn Fn(&str) -> Option<bool>) -> Option<bool> {
        let decided = |rules: &[Self], by: bool| {
            let each: Vec<_> = rules.iter().map(|rule| rule.holds(raised)).collect();
            if each.contains(&Some(by)) {
                Some(by)
            } else if each.contains(&None) {
                None
            } else {
                Some(!by)
            }
        };
        match self {
            Self::Always(holds) => Some(*holds),
            Self::Alarm(name) => raised(name),
            // An alarm in state `ALARM` is not in another state. If it is not in `ALARM`, nothing
            // shows which of the other two states it is in.
            Self::Other(name) => raised(name).filter(|raised| *raised).map(|_| false),
            Self::Not(rule) => rule.holds(raised).map(|holds| !holds),
            Self::All(rules) => decided(rules, false),
            Self::Any(rules) => decided(rules, true),
        }
    }
}

fn any<'a>(left: &mut &'a str, depth: usize) -> Option<AlarmRule<'a>> {
    let mut rules = vec![all(left, depth)?];
    while word(left, "OR") {
        rules.push(all(left, depth)?);
    }
    Some(one_or(rules, AlarmRule::Any))
}

fn all<'a>(left: &mut &'a str, depth: usize) -> Option<AlarmRule<'a>> {
    let mut rules = vec![not(left, depth)?];
    while word(left, "AND") {
        rules.push(not(left, depth)?);
    }
    Some(one_or(rules, AlarmRule::All))
}

fn one_or<'a>(
    mut rules: Vec<AlarmRule<'a>>,
    all: fn(Vec<AlarmRule<'a>>) -> AlarmRule<'a>,
) -> AlarmRule<'a> {
    match rules.pop() {
        Some(rule) if rules.is_empty() => rule,
        Some(rule) => {
            rules.push(rule);
            all(rules)
        }
        None => all(rules),
    }
}

fn not<'a>(left: &mut &'a str, depth: usize) -> Option<AlarmRule<'a>> {
    if depth > DEEPEST {
        return None;
    }
    if word(left, "NOT") {
        return Some(AlarmRule::Not(Box::new(not(left, depth + 1)?)));
    }
    if symbol(left, '(') {
        let rule = any(left, depth + 1)?;
        return symbol(left, ')').then_some(rule);
    }
    for (name, holds) in [("TRUE", true), ("FALSE", false)] {
        if word(left, name) {
            return Some(AlarmRule::Always(holds));
        }
    }
    let of_state: fn(&'a str) -> AlarmRule<'a> = if word(left, "ALARM") {
        AlarmRule::Alarm
    } else if word(left, "OK") || word(left, "INSUFFICIENT_DATA") {
        AlarmRule::Other
    } else {
        return None;
    };
    if !symbol(left, '(') {
        return None;
    }
    let name = name(left)?;
    symbol(left, ')').then(|| of_state(name))
}

/// The name of an alarm, also where its ARN is given.
fn name<'a>(left: &mut &'a str) -> Option<&'a str> {
    *left = left.trim_start();
    let quote = left.chars().next().filter(|first| matches!(first, '"' | '\''));
    let (name, rest) = match quote {
        Some(quote) => left[1..].split_once(quote)?,
        None => left.split_at(left.find(')')?),
    };
    *left = rest;
    let name = name.trim();
    let name = name.rsplit_once(":alarm:").map_or(name, |(_, name)| name);
    (!name.is_empty()).then_some(name)
}

fn word(left: &mut &str, word: &str) -> bool {
    let Some(rest) = left.trim_start().strip_prefix(word) else { return false };
    let ends = !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    if ends {
        *left = rest;
    }
    ends
}

fn symbol(left: &mut &str, symbol: char) -> bool {
    let rest = left.trim_start().strip_prefix(symbol);
    *left = rest.unwrap_or(left);
    rest.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(rule: &str, raised: &[&str]) -> Option<bool> {
        let known = |name: &str| (name != "unknown").then(|| raised.contains(&name));
        AlarmRule::parse(rule)?.holds(&known)
    }

    #[test]
    fn operators_bind_as_aws_documents() {
        assert_eq!(holds("ALARM(a) OR ALARM(b) AND ALARM(c)", &["a"]), Some(true));
        assert_eq!(holds("(ALARM(a) OR ALARM(b)) AND ALARM(c)", &["a"]), Some(false));
        assert_eq!(holds("ALARM(a) AND NOT (ALARM(b) OR ALARM(c))", &["a"]), Some(true));
        assert_eq!(holds("NOT ALARM(a) AND TRUE", &["a"]), Some(false));
    }

    #[test]
    fn what_is_not_known_is_not_known_unless_the_rest_decides() {
        assert_eq!(holds("ALARM(a) AND ALARM(unknown)", &["a"]), None);
        assert_eq!(holds("ALARM(a) OR ALARM(unknown)", &["a"]), Some(true));
        assert_eq!(holds("OK(a)", &["a"]), Some(false));
        assert_eq!(holds("OK(b)", &["a"]), None);
    }

    #[test]
    fn names_are_plain_quoted_or_in_an_arn() {
        let rule = "ALARM( a ) AND (ALARM('b (c)') OR \
                    OK(\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:d\"))";
        assert_eq!(AlarmRule::parse(rule).unwrap().names(), ["a", "b (c)", "d"]);
    }

    #[test]
    fn what_is_no_rule_is_none_and_depth_ends() {
        let deep = format!("{}TRUE{}", "(".repeat(100_000), ")".repeat(100_000));
        let nots = format!("{}TRUE", "NOT ".repeat(100_000));
        for text in [
            "",
            "ALARM",
            "ALARM()",
            "ALARM(a",
            "ALARM(a) ALARM(b)",
            "AT_MOST(a)",
            "ALARM(a) XOR TRUE",
            &deep,
            &nots,
        ] {
            assert_eq!(AlarmRule::parse(text), None, "{}", text.get(..20).unwrap_or(text));
        }
    }
}
