//! Terraform's JSON syntax, read into the same [`Body`] as the native syntax.
//!
//! What is a block and what an argument, JSON does not say: for Terraform's own blocks the tables
//! here do, as the [JSON syntax](https://developer.hashicorp.com/terraform/language/syntax/json)
//! has it. A block of a provider stays an argument, whose value is an object or a list of objects:
//! only the provider's schema could tell.

mod scan;
mod structure;

use std::sync::Arc;

use super::{Body, MAX_FILE, Result, native};
use crate::diagnostic::Diagnostic;
use crate::expr::{Expr, Key, Kind};
use crate::number::Number;
use crate::source::FileId;
use scan::{Json, Node};

/// A `.tf.json` file.
pub fn body(text: &str, file: FileId) -> Result<Body> {
    structure::root(scanned(text, file)?)
}

/// A `.tfvars.json` file: values without templates.
pub fn values(text: &str, file: FileId) -> Result<Body> {
    structure::arguments(scanned(text, file)?, Strings::Literal)
}

fn scanned(text: &str, file: FileId) -> Result<Json> {
    match text.len() <= MAX_FILE {
        true => scan::scan(text, file),
        false => {
            let detail = format!("At most {} MiB are read of one file.", MAX_FILE >> 20);
            Err(Diagnostic::new(crate::source::Span::new(file, 0, 0), "File too large", detail))
        }
    }
}

/// What the strings in a value are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strings {
    /// Templates: the rule.
    Template,
    /// Texts that stand for themselves.
    Literal,
    /// Expressions: names of resources and providers, types.
    Expression,
}

fn expr(json: Json, strings: Strings) -> Result<Expr> {
    let span = json.span;
    let kind = match json.node {
        Node::Null => Kind::Null,
        Node::Bool(value) => Kind::Bool(value),
        Node::Number(text) => match Number::parse(&text) {
            Ok(number) => Kind::Number(number),
            Err(problem) => {
                return Err(Diagnostic::new(span, "Invalid number", format!("{problem}.")));
            }
        },
        Node::String(text) => return string(&text, strings, span),
        Node::Array(items) => {
            Kind::List(items.into_iter().map(|item| expr(item, strings)).collect::<Result<_>>()?)
        }
        Node::Object(entries) => {
            check_once(&entries, "Duplicate object attribute")?;
            let entries = entries.into_iter().map(|(name, value)| {
                let key = match strings {
                    Strings::Template => {
                        key(native::template(&name.name, native::Where::Within(name.span))?)
                    }
                    _ => Key::Name(name.name.into()),
                };
                Ok((key, expr(value, strings)?))
            });
            Kind::Map(entries.collect::<Result<_>>()?)
        }
    };
    Ok(Expr { kind, span })
}

fn key(name: Expr) -> Key {
    match name.kind {
        Kind::String(name) => Key::Name(name),
        _ => Key::Template(name),
    }
}

fn string(text: &str, strings: Strings, span: crate::source::Span) -> Result<Expr> {
    let place = native::Where::Within(span);
    match strings {
        Strings::Template => native::template(text, place),
        Strings::Expression => native::expression(text, place),
        Strings::Literal => Ok(Expr { kind: Kind::String(crate::value::normalized(text)), span }),
    }
}

fn check_once(entries: &[(scan::Key, Json)], summary: &str) -> Result<()> {
    let mut seen = std::collections::HashSet::new();
    match entries.iter().find(|(key, _)| !seen.insert(&*key.name)) {
        None => Ok(()),
        Some((key, _)) => {
            let detail = format!(
                "\"{}\" is already set in this object. Each may be set only once.",
                key.name
            );
            Err(Diagnostic::new(key.span, summary, detail))
        }
    }
}

/// A name that is kept.
fn name(key: &scan::Key) -> Arc<str> {
    key.name.as_str().into()
}
