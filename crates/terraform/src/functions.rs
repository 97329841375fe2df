//! The functions of Terraform's language: one table, [`find`], and how each is called,
//! [`Function::call`].
//!
//! `try` and `can` are no functions here: they look at expressions, not at values, and the
//! evaluator has them.

use std::path::Path;

use crate::budget::Budget;
use crate::value::Value;

mod call;
mod character_encoding;
mod csv;
mod date_time;
mod distinct;
mod encoding;
mod fileset;
mod filesystem;
mod format;
mod hash_crypto;
mod ip_network;
mod json;
mod maps;
mod numeric;
mod paths;
mod regex;
mod regular_expression;
mod selection;
mod sequences;
mod sets;
mod signature;
mod strings;
mod support;
mod templates;
#[cfg(test)]
mod testing;
mod type_conversion;
mod yaml_decode;
mod yaml_encode;

pub use signature::{Function, Parameter, Returns, Takes};
pub(crate) use templates::TEMPLATESTRING;

/// What a function may know of where it is called.
pub struct FunctionContext<'a> {
    /// The folder in which relative paths begin, as the current directory of `terraform`.
    pub folder: &'a Path,
    /// The folder within which files are read.
    pub readable: &'a Path,
    /// Fills a template, for `templatefile` and `templatestring`: its text, what it may name, and
    /// what it is called in messages.
    pub template: &'a dyn Fn(&str, &Value, &str) -> Result<Value, FunctionError>,
    /// What may be spent. A function whose result is larger than its arguments (`setproduct`,
    /// `replace`) charges for it before it makes it.
    pub budget: &'a Budget,
}

/// Why a call fails.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FunctionError {
    /// An argument is not what the function takes: which, counted from 0, and why.
    #[error("invalid argument {}: {reason}", .index + 1)]
    Argument {
        /// Which argument, counted from 0.
        index: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The call as a whole.
    #[error("{0}")]
    Call(String),
}

impl FunctionError {
    /// Argument `index`, counted from 0, is wrong.
    pub fn argument(index: usize, reason: impl Into<String>) -> Self {
        FunctionError::Argument { index, reason: reason.into() }
    }

    /// The call is wrong.
    pub fn call(reason: impl Into<String>) -> Self {
        FunctionError::Call(reason.into())
    }
}

/// All functions, by group.
const GROUPS: &[&[Function]] = &[
    csv::FUNCTIONS,
    date_time::FUNCTIONS,
    encoding::FUNCTIONS,
    fileset::FUNCTIONS,
    filesystem::FUNCTIONS,
    format::FUNCTIONS,
    hash_crypto::FUNCTIONS,
    ip_network::FUNCTIONS,
    json::FUNCTIONS,
    maps::FUNCTIONS,
    numeric::FUNCTIONS,
    paths::FUNCTIONS,
    regex::FUNCTIONS,
    selection::FUNCTIONS,
    sequences::FUNCTIONS,
    sets::FUNCTIONS,
    strings::FUNCTIONS,
    templates::FUNCTIONS,
    type_conversion::FUNCTIONS,
    yaml_decode::FUNCTIONS,
    yaml_encode::FUNCTIONS,
];

/// Whether a function reads files or folders.
pub(crate) fn reads_files(function: &str) -> bool {
    let mut functions = filesystem::FUNCTIONS.iter().chain(fileset::FUNCTIONS);
    functions.any(|known| known.name == function)
}

/// The function `name`; `core::upper` is `upper`.
pub fn find(name: &str) -> Option<&'static Function> {
    let name = name.strip_prefix("core::").unwrap_or(name);
    GROUPS.iter().flat_map(|group| group.iter()).find(|function| function.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;
    use crate::types::Type;
    use crate::value::{Cause, Value};

    /// Pseudo-random numbers, the same each time.
    struct Random(u64);

    impl Random {
        fn below(&mut self, end: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            (self.0 % end as u64) as usize
        }
    }

    fn hostile(random: &mut Random, depth: usize) -> Value {
        const TEXTS: [&str; 25] = [
            "",
            "a",
            "é",
            "👩‍👩‍👧",
            "\r\n",
            "%",
            "%99999999s",
            "%100000d",
            "%[9]d",
            "%.999999999f",
            "/(/",
            "/a*/",
            "${",
            "$1",
            "10.0.0.0/8",
            "::ffff:0:0/96",
            "2001-12-14T21:59:43Z",
            "-9223372036854775808ns",
            "{\"a\":[",
            "- &a [*a",
            "a: |\n",
            "a,\"b",
            "YWJj",
            "utf-16",
            "dns",
        ];
        const NUMBERS: [&str; 14] = [
            "0",
            "-0",
            "1",
            "-1",
            "0.5",
            "1e300000",
            "-1e300000",
            "1e-300000",
            "9223372036854775807",
            "-9223372036854775808",
            "340282366920938463463374607431768211456",
            "Inf",
            "-Inf",
            "64",
        ];
        let some = |random: &mut Random| {
            (0..random.below(4)).map(|_| hostile(random, depth + 1)).collect::<Vec<_>>()
        };
        match random.below(if depth < 3 { 13 } else { 7 }) {
            0 | 1 => TEXTS[random.below(TEXTS.len())].into(),
            2 | 3 => Number::parse(NUMBERS[random.below(NUMBERS.len())])
                .unwrap_or_else(|_| Number::zero())
                .into(),
            4 => (random.below(2) == 0).into(),
            5 => [Value::NULL, Value::Null(Type::String), Value::Null(Type::list(Type::Number))]
                [random.below(3)]
            .clone(),
            6 => {
                let types = [
                    Type::String,
                    Type::Dynamic,
                    Type::list(Type::String),
                    Type::tuple([Type::Number]),
                    Type::map(Type::Bool),
                ];
                Value::unknown(
                    types[random.below(types.len())].clone(),
                    Cause::attribute("aws_x.y", "z"),
                )
            }
            7 => hostile(random, depth + 1).marked(true),
            8 => Value::tuple(some(random)),
            9 => Value::strings(["b", "a", ""]),
            10 => Value::set(
                Type::String,
                ["b".into(), "a".into(), Value::unknown(Type::String, Cause::UntypedNull)],
            ),
            11 => Value::map(Type::Number, [("a".into(), Value::integer(1))].into()),
            _ => Value::object(["a", "b", "c"].into_iter().zip(some(random))),
        }
    }

    /// Every answer is good enough here: none is a panic or takes all memory.
    #[test]
    fn no_arguments_make_a_function_panic() {
        let mut random = Random(0x2545_f491_4f6c_dd1d);
        let template = |text: &str, _: &Value, _: &str| Ok(Value::from(text));
        let folder = std::path::Path::new(".");
        let budget = crate::budget::Budget::default();
        let context =
            FunctionContext { folder, readable: folder, template: &template, budget: &budget };
        let functions: Vec<&Function> = GROUPS.iter().flat_map(|group| group.iter()).collect();
        assert_eq!(
            functions.len(),
            116,
            "with `try` and `can` all 118 functions of Terraform 1.11"
        );
        for function in functions {
            for _ in 0..400 {
                let count = function.parameters.len()
                    + if function.variadic.is_some() { random.below(4) } else { 0 };
                let arguments: Vec<Value> = (0..count).map(|_| hostile(&mut random, 0)).collect();
                let _ = function.call(&arguments, &context);
            }
        }
    }
}
