//! The functions of Terraform's language: one table, [`find`], and how each is called, [`Function::call`].
//!
//! `try` and `can` are no functions here: they look at expressions, not at values, and the evaluator has them.

use std::path::Path;

use crate::eval::Budget;
use crate::value::Value;

mod call;
mod character_encoding;
mod csv;
mod date_time;
mod distinct;
mod encoding;
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

pub(crate) use filesystem::reads_files;
pub use signature::{Function, Parameter, Returns, Takes};
pub(crate) use templates::TEMPLATESTRING;

/// What a function may know of where it is called.
pub struct FunctionContext<'a> {
    /// The folder in which relative paths begin, as the current directory of `terraform`.
    pub folder: &'a Path,
    /// The folder within which files are read.
    pub readable: &'a Path,
    /// Fills a template, for `templatefile` and `templatestring`: its text, what it may name, and what it is called in messages.
    pub template: &'a dyn Fn(&str, &Value, &str) -> Result<Value, FunctionError>,
    /// What may be spent. A function whose result is larger than its arguments (`setproduct`, `replace`) charges for it before it makes it.
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
    filesystem::FUNCTIONS,
    format::FUNCTIONS,
    hash_crypto::FUNCTIONS,
    ip_network::FUNCTIONS,
    json::FUNCTIONS,
    maps::FUNCTIONS,
    numeric::FUNCTIONS,
    paths::FUNCTIONS,
    regex::FUNCTIONS,
    sequences::FUNCTIONS,
    sets::FUNCTIONS,
    strings::FUNCTIONS,
    templates::FUNCTIONS,
    type_conversion::FUNCTIONS,
    yaml_decode::FUNCTIONS,
    yaml_encode::FUNCTIONS,
];

/// The function `name`; `core::upper` is `upper`.
pub fn find(name: &str) -> Option<&'static Function> {
    let name = name.strip_prefix("core::").unwrap_or(name);
    GROUPS.iter().flat_map(|group| group.iter()).find(|function| function.name == name)
}
