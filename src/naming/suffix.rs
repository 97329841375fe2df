//! The environment suffix, the last part of every name.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use thiserror::Error;

/// The environment suffix: 2 to 16 lower-case letters, digits and single hyphens, a letter first,
/// no hyphen last.
///
/// It ends every name, so it obeys the strictest AWS rule for any of them: RDS identifiers start
/// with a letter and hold no double or trailing hyphen, buckets no upper case or underscore, and a
/// load balancer has 32 characters for `alb-<purpose>-<suffix>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Suffix(String);

impl Suffix {
    /// Fewest characters.
    pub const MIN_LENGTH: usize = 2;
    /// Most characters.
    pub const MAX_LENGTH: usize = 16;
    /// The rule as a regular expression; "no `--`" and "no hyphen last" come on top of it.
    pub const PATTERN: &str = "^[a-z][a-z0-9-]{1,15}$";
    /// What a text of that form must not match.
    pub const EXCEPT: &str = "--|-$|-(s3alias|an)$|^an$";

    /// The suffix as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a text cannot be an environment suffix.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "environment suffix {value:?} {problem}; allowed: 2 to 16 lower-case letters, digits and \
     single hyphens, a letter first and no hyphen last; for example \"staging\" or \"prod-2\""
)]
pub struct SuffixError {
    value: String,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq, Error)]
enum Problem {
    #[error("is empty")]
    Empty,
    #[error("is {0} character long, which says too little to tell environments apart")]
    TooShort(usize),
    #[error(
        "is {0} characters long; 16 is the limit, because AWS allows a load balancer or target \
         group 32 for its whole name"
    )]
    TooLong(usize),
    #[error("holds the path separator {0:?}; it becomes the name of a folder")]
    PathSeparator(char),
    #[error("holds the upper-case letter {0:?}; S3 bucket names are lower case")]
    UpperCase(char),
    #[error("holds an underscore; S3 bucket and load balancer names allow only hyphens")]
    Underscore,
    #[error("holds {0:?}, which is not ASCII")]
    NonAscii(char),
    #[error("holds {0:?}")]
    Forbidden(char),
    #[error("starts with the digit {0:?}")]
    LeadingDigit(char),
    #[error("starts with a hyphen")]
    LeadingHyphen,
    #[error("ends with a hyphen; RDS refuses identifiers that do")]
    TrailingHyphen,
    #[error("holds two hyphens in a row; RDS refuses identifiers that do")]
    DoubleHyphen,
    #[error("ends in {0:?}, an ending S3 reserves for its own bucket names")]
    Reserved(&'static str),
}

/// Endings S3 reserves ("General purpose bucket naming rules"); a hyphen always precedes the suffix
/// in a bucket name.
const RESERVED_ENDINGS: [&str; 2] = ["s3alias", "an"];

fn problem_with(value: &str) -> Option<Problem> {
    value
        .chars()
        .find_map(problem_with_char)
        .or_else(|| problem_with_edges(value))
        .or_else(|| problem_with_length(value.len()))
        .or_else(|| reserved_ending(value).map(Problem::Reserved))
}

fn problem_with_char(c: char) -> Option<Problem> {
    match c {
        'a'..='z' | '0'..='9' | '-' => None,
        '/' | '\\' => Some(Problem::PathSeparator(c)),
        'A'..='Z' => Some(Problem::UpperCase(c)),
        '_' => Some(Problem::Underscore),
        _ if !c.is_ascii() => Some(Problem::NonAscii(c)),
        _ => Some(Problem::Forbidden(c)),
    }
}

fn problem_with_edges(value: &str) -> Option<Problem> {
    match value.chars().next()? {
        '-' => Some(Problem::LeadingHyphen),
        digit @ '0'..='9' => Some(Problem::LeadingDigit(digit)),
        _ if value.ends_with('-') => Some(Problem::TrailingHyphen),
        _ if value.contains("--") => Some(Problem::DoubleHyphen),
        _ => None,
    }
}

fn problem_with_length(length: usize) -> Option<Problem> {
    match length {
        0 => Some(Problem::Empty),
        Suffix::MIN_LENGTH..=Suffix::MAX_LENGTH => None,
        1 => Some(Problem::TooShort(length)),
        _ => Some(Problem::TooLong(length)),
    }
}

fn reserved_ending(value: &str) -> Option<&'static str> {
    let last_part = value.rsplit('-').next()?;
    RESERVED_ENDINGS.into_iter().find(|ending| *ending == last_part)
}

impl TryFrom<String> for Suffix {
    type Error = SuffixError;

    fn try_from(value: String) -> Result<Self, SuffixError> {
        match problem_with(&value) {
            None => Ok(Self(value)),
            Some(problem) => Err(SuffixError { value, problem }),
        }
    }
}

impl FromStr for Suffix {
    type Err = SuffixError;

    fn from_str(value: &str) -> Result<Self, SuffixError> {
        value.to_owned().try_into()
    }
}

impl From<Suffix> for String {
    fn from(suffix: Suffix) -> Self {
        suffix.0
    }
}

impl fmt::Display for Suffix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;

    proptest! {
        #[test]
        fn the_regular_expressions_allow_what_the_check_allows(
            value in "[a-z0-9-]{1,4}[a-z0-9-]{0,14}(-(an|s3alias))?"
        ) {
            let matches = |pattern| Regex::new(pattern).unwrap().is_match(&value);
            let allowed = matches(Suffix::PATTERN) && !matches(Suffix::EXCEPT);
            prop_assert_eq!(allowed, value.parse::<Suffix>().is_ok());
        }
    }

    fn message(value: &str) -> String {
        value.parse::<Suffix>().expect_err(value).to_string()
    }

    #[test]
    fn usual_suffixes_are_accepted() {
        for value in ["staging", "prod-2", "pr1234", "qa", "abcdefghijklmnop", "plan", "an-east"] {
            assert_eq!(value.parse::<Suffix>().unwrap().as_str(), value);
        }
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        for (value, wrong) in [
            ("", "is empty"),
            ("x", "is 1 character long"),
            (
                "abcdefghijklmnopq",
                "is 17 characters long; 16 is the limit, because AWS allows a load balancer",
            ),
            ("Staging", "upper-case letter 'S'"),
            ("my_env", "underscore"),
            ("2prod", "starts with the digit '2'"),
            ("-prod", "starts with a hyphen"),
            ("prod-", "ends with a hyphen"),
            ("pr--od", "two hyphens in a row"),
            ("x../y", "holds '.'"),
            ("../x", "holds '.'"),
            ("a/b", "path separator '/'"),
            ("a\\b", "path separator '\\\\'"),
            ("stäging", "'ä', which is not ASCII"),
            ("pr od", "holds ' '"),
            ("an", "ends in \"an\""),
            ("eu-s3alias", "ends in \"s3alias\""),
        ] {
            let message = message(value);
            assert!(message.starts_with(&format!("environment suffix {value:?} ")), "{message}");
            assert!(message.contains(wrong), "{message}");
            assert!(
                message.contains("allowed: 2 to 16 lower-case letters")
                    && message.contains("\"staging\"")
            );
        }
    }
}
