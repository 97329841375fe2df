//! [`Value`]: the value of an argument, evaluated as far as possible without AWS.

use std::fmt::{self, Display, Formatter};

use indexmap::IndexMap;
use terraform::number::Number;

/// A value. What only AWS or the operator knows is a [`Reference`] in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Not set.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// A list, a set, or several blocks of one name.
    List(Vec<Value>),
    /// An object, a map or a block.
    Map(IndexMap<String, Value>),
    /// An attribute of a resource that AWS computes, or a variable that the operator sets.
    Reference(Reference),
    /// A text with parts that are not known.
    Template(Vec<Value>),
    /// What a data source makes of its arguments.
    Data {
        /// Its type.
        kind: String,
        /// Which of its attributes.
        path: String,
        /// Its arguments.
        content: Box<Value>,
        /// The resources that its block names: it waits for each that changes in any way.
        /// Source: Terraform, "Data Sources", "Data Resource Behavior".
        beside: Vec<Reference>,
    },
    /// A text that is JSON, as `jsonencode` writes it.
    Document(Box<Value>),
    /// The content of a file that is missing: it may be anything, so it is equal to everything.
    MissingFile(String),
    /// What is computed from something that is not known.
    Computed {
        /// The expression that computes it.
        text: String,
        /// The values that it is computed from.
        from: Vec<Value>,
    },
    /// A sensitive value, which is compared and never shown.
    Sensitive(Box<Value>),
}

/// A value of a resource that is in the state and in no file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The resource, `module.network.aws_vpc.main`; or a variable of the root module,
    /// `var.certificate_arn`.
    pub address: String,
    /// Its attribute, `id`; empty for the resource as a whole.
    pub path: String,
}

impl Value {
    /// Every reference in it.
    pub fn references(&self) -> Vec<&Reference> {
        match self {
            Value::Reference(reference) => vec![reference],
            Value::List(items) | Value::Template(items) | Value::Computed { from: items, .. } => {
                items.iter().flat_map(Value::references).collect()
            }
            Value::Map(entries) => entries.values().flat_map(Value::references).collect(),
            Value::Data { content, beside, .. } => {
                content.references().into_iter().chain(beside).collect()
            }
            Value::Document(inner) | Value::Sensitive(inner) => inner.references(),
            _ => Vec::new(),
        }
    }

    /// Whether a difference can be in a part of it.
    pub(super) fn has_parts(&self) -> bool {
        matches!(self, Value::List(_) | Value::Map(_))
    }

    /// Whether it depends on a file that is not there.
    pub(super) fn is_of_missing_file(&self) -> bool {
        match self {
            Value::MissingFile(_) => true,
            Value::Computed { from: parts, .. } | Value::Template(parts) => {
                parts.iter().any(Value::is_of_missing_file)
            }
            _ => false,
        }
    }

    /// Without the mark that it is sensitive.
    pub(super) fn revealed(&self) -> &Value {
        match self {
            Value::Sensitive(inner) => inner.revealed(),
            plain => plain,
        }
    }

    /// The text that a template makes of it, where it is known.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(value) => Some(value.to_string()),
            _ => None,
        }
    }
}

/// On one line, as Terraform writes expressions.
impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("null"),
            Value::Bool(value) => write!(f, "{value}"),
            Value::Number(number) => write!(f, "{number}"),
            Value::String(text) => write!(f, "{}", serde_json::Value::from(text.as_str())),
            Value::List(items) => write!(f, "[{}]", Listed(items)),
            Value::Map(entries) => {
                let entries: Vec<_> =
                    entries.iter().map(|(key, value)| format!("{key} = {value}")).collect();
                write!(f, "{{ {} }}", entries.join(", "))
            }
            Value::Reference(reference) => write!(f, "{reference}"),
            Value::Template(parts) => {
                let text = |part: &Value| part.text().unwrap_or_else(|| format!("${{{part}}}"));
                write!(f, "\"{}\"", parts.iter().map(text).collect::<String>())
            }
            Value::Data { kind, path, .. } => write!(f, "data.{kind}.{path}"),
            Value::Document(inner) => write!(f, "jsonencode({inner})"),
            Value::MissingFile(path) => write!(f, "content of {path}"),
            Value::Computed { text, .. } => f.write_str(text),
            Value::Sensitive(_) => f.write_str("(sensitive value)"),
        }
    }
}

impl Display for Reference {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        write!(f, "{}{dot}{}", self.address, self.path)
    }
}

struct Listed<'a>(&'a [Value]);

impl Display for Listed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (place, item) in self.0.iter().enumerate() {
            write!(f, "{}{item}", if place == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}
