//! Completions for the values of options. Whether a value is allowed is decided by the option's own
//! parser, which has better messages.

use std::ffi::OsStr;
use std::str::FromStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::config::Profile;

/// Reads a value as ever, and has values to propose.
#[derive(Clone)]
struct Suggesting<P> {
    reader: P,
    values: fn() -> Vec<&'static str>,
}

impl<P: TypedValueParser> TypedValueParser for Suggesting<P> {
    type Value = P::Value;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<P::Value, Error> {
        self.reader.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.values)().into_iter().map(PossibleValue::new)))
    }
}

/// A profile.
pub fn profile() -> impl TypedValueParser<Value = Profile> {
    let reader = StringValueParser::new().try_map(|text| Profile::from_str(&text));
    Suggesting { reader, values: || Profile::ALL.iter().map(|profile| profile.as_str()).collect() }
}

/// The id of a rule, or a group of them.
pub fn rule() -> impl TypedValueParser<Value = String> {
    Suggesting { reader: StringValueParser::new(), values: rules_and_groups }
}

/// A zone of the sandbox.
pub fn zone() -> impl TypedValueParser<Value = String> {
    Suggesting { reader: StringValueParser::new(), values: || vec!["zone-a", "zone-b", "zone-c"] }
}

fn rules_and_groups() -> Vec<&'static str> {
    let mut words: Vec<_> = verify::rules().flat_map(|rule| [rule.group(), rule.id]).collect();
    words.sort_unstable();
    words.dedup();
    words
}
