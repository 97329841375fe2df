//! Policy variables, as `${aws:PrincipalTag/team}`.
//! Source: IAM User Guide, "IAM policy elements: Variables and tags".

use super::given::Given;
use super::pattern::Pattern;

/// A text of a policy with its variables replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// The text, with the values that the call has.
    Pattern(Pattern),
    /// No text: the call does not have the key, and the variable has no default.
    Nothing,
    /// It is not known what the call has for this key.
    Unknown(String),
}

/// Replaces the variables of a text. What a variable stands for is taken letter for letter; `${*}`,
/// `${?}` and `${$}` are these letters.
pub fn resolve<'a>(text: &str, given: impl Fn(&str) -> Given<'a>) -> Resolved {
    let (mut pattern, mut rest) = (Pattern::new(), text);
    while let Some((before, behind)) = rest.split_once("${") {
        pattern.push(before);
        let Some((variable, after)) = behind.split_once('}') else {
            pattern.push_literal("${");
            rest = behind;
            continue;
        };
        rest = after;
        let (key, default) = match variable.split_once(',') {
            Some((key, default)) => (key.trim(), Some(default.trim().trim_matches('\''))),
            None => (variable.trim(), None),
        };
        if matches!(key, "*" | "?" | "$") {
            pattern.push_literal(key);
            continue;
        }
        match (given(key), default) {
            (Given::Values(values), _) if values.len() == 1 => pattern.push_literal(&values[0]),
            // "You can't use a key with several values as a variable."
            (Given::Nothing, Some(default)) => pattern.push_literal(default),
            (Given::Nothing, None) => return Resolved::Nothing,
            _ => return Resolved::Unknown(key.to_owned()),
        }
    }
    pattern.push(rest);
    Resolved::Pattern(pattern)
}

#[cfg(test)]
mod tests {
    use super::{Given, Pattern, Resolved, resolve};

    fn given(key: &str) -> Given<'static> {
        match key {
            "aws:PrincipalTag/team" => Given::Values(vec!["pay*".to_owned()]),
            "aws:userid" => Given::Something,
            _ => Given::Nothing,
        }
    }

    #[test]
    fn a_variable_is_what_the_call_has_letter_for_letter() {
        let Resolved::Pattern(pattern) = resolve("a/${aws:PrincipalTag/team}/*", given) else {
            panic!()
        };
        assert!(pattern.matches("a/pay*/b") && !pattern.matches("a/payments/b"));
        let Resolved::Pattern(pattern) = resolve("a${*}b${?}${$}{}", given) else { panic!() };
        assert!(pattern.is("a*b?${}", false) && !pattern.has_wildcards());
    }

    #[test]
    fn a_variable_that_the_call_does_not_have_is_its_default_or_nothing() {
        assert_eq!(
            resolve("a-${aws:username, 'none'}", given),
            Resolved::Pattern(Pattern::of("a-none"))
        );
        assert_eq!(resolve("a-${aws:username}", given), Resolved::Nothing);
        assert_eq!(resolve("a-${aws:userid}", given), Resolved::Unknown("aws:userid".to_owned()));
        assert_eq!(resolve("a-${", given), Resolved::Pattern(Pattern::of("a-${")));
    }
}
