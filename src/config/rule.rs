//! The rule for a text value, in one place: the check, the error, the JSON Schema and the template
//! all use it.

use super::error::quoted;
use regex::Regex;
use schemars::{Schema, json_schema};
use serde::de::{Error, Visitor};
use std::fmt;

/// What a text must be. Everything in it but `refuses` is told to editors too, by the JSON Schema.
pub(in crate::config) struct Rule {
    /// What it matches; a regular expression that Rust and ECMA-262 read alike.
    pub pattern: &'static str,
    /// What it must not match besides, because neither kind of expression looks ahead in both
    /// languages.
    pub except: Option<&'static str>,
    /// Fewest and most characters.
    pub length: (usize, usize),
    /// What cannot be said by a pattern, or is better said in words: the reason, if there is one,
    /// to refuse the text.
    pub refuses: fn(&str) -> Option<String>,
    /// The rule in words.
    pub allowed: &'static str,
    /// A text that obeys it.
    pub example: &'static str,
}

impl Rule {
    /// A rule that forbids nothing, to be narrowed.
    pub const ANY: Self = Self {
        pattern: "",
        except: None,
        length: (0, usize::MAX),
        refuses: |_| None,
        allowed: "",
        example: "",
    };

    /// The rule ready for use.
    ///
    /// # Panics
    /// When a pattern is not a regular expression: a mistake in the program, which the unit tests
    /// find.
    pub fn compile(&'static self) -> Checked {
        let regex = |pattern| Regex::new(pattern).expect("a rule holds regular expressions");
        Checked { rule: self, pattern: regex(self.pattern), except: self.except.map(regex) }
    }

    /// The rule in words, with the example.
    pub fn words(&self) -> String {
        format!("{}, such as {:?}", self.allowed, self.example)
    }

    /// The rule for editors.
    pub fn schema(&self) -> Schema {
        let mut schema =
            json_schema!({ "type": "string", "pattern": self.pattern, "examples": [self.example] });
        let mut tell = |key: &str, value: serde_json::Value| schema.insert(key.to_owned(), value);
        let (fewest, most) = self.length;
        if fewest > 0 {
            tell("minLength", fewest.into());
        }
        if most < usize::MAX {
            tell("maxLength", most.into());
        }
        if let Some(except) = self.except {
            tell("not", serde_json::json!({ "pattern": except }));
        }
        tell(super::schema::ALLOWED, self.words().into());
        schema
    }
}

/// A compiled rule.
pub(in crate::config) struct Checked {
    rule: &'static Rule,
    pattern: Regex,
    except: Option<Regex>,
}

impl Checked {
    /// Why the text is refused, in a few words that follow it; `None` when it is allowed.
    pub fn refusal(&self, text: &str) -> Option<String> {
        let (fewest, most) = self.rule.length;
        let length = text.chars().count();
        if let Some(reason) = (self.rule.refuses)(text) {
            Some(reason)
        } else if length > most {
            Some(format!("has {length} characters, {most} is the limit"))
        } else if length < fewest
            || !self.pattern.is_match(text)
            || self.except.as_ref().is_some_and(|e| e.is_match(text))
        {
            Some("is not allowed".to_owned())
        } else {
            None
        }
    }
}

impl Visitor<'_> for &Checked {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rule.words())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        match self.refusal(text) {
            None => Ok(text.to_owned()),
            Some(reason) => {
                Err(E::custom(format!("{} {reason}; allowed: {}", quoted(text), self.rule.words())))
            }
        }
    }
}
