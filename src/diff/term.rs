//! [`Term`]: the value of an argument, with everything worked out that the stack itself knows.

use std::fmt::{self, Display, Formatter};

use hcl::Number;
use indexmap::IndexMap;

/// A value; what only AWS can tell stands in it as a reference.
#[derive(Debug, Clone, PartialEq)]
pub enum Term {
    /// Not set.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// A list, a set, or several blocks of one name.
    List(Vec<Term>),
    /// An object, a map or a block.
    Map(IndexMap<String, Term>),
    /// What AWS tells of a resource, or what the operator sets.
    Reference(Reference),
    /// A text with parts that are not known.
    Template(Vec<Term>),
    /// What a data source makes of its arguments.
    Data {
        /// Its type.
        kind: String,
        /// Which of its attributes.
        path: String,
        /// Its arguments.
        content: Box<Term>,
        /// The resources that its block names: it waits for each that changes in any way.
        /// Source: Terraform, "Data Sources", "Data Resource Behavior".
        beside: Vec<Reference>,
    },
    /// A function of something that is not known.
    Call {
        /// Its name.
        name: String,
        /// Its arguments.
        arguments: Vec<Term>,
    },
    /// The hash of a file.
    File {
        /// Where it lies in the stack.
        path: String,
        /// What it holds.
        content: Content,
    },
    /// Any other expression, as it is written.
    Other {
        /// Its text.
        text: String,
        /// What it uses.
        parts: Vec<Term>,
    },
}

/// A value of a resource that stands in the state and in no file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The resource, `module.network.aws_vpc.main`; or a variable of the root module, `var.certificate_arn`.
    pub address: String,
    /// Its attribute, `id`; empty for the resource as a whole.
    pub path: String,
}

/// A hash of what a file holds; `None` where the file is not there, which tells nothing and so equals everything.
#[derive(Debug, Clone, Copy)]
pub struct Content(pub Option<u64>);

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        self.0.zip(other.0).is_none_or(|(one, other)| one == other)
    }
}

impl Term {
    /// Every reference in it.
    pub fn references(&self) -> Vec<&Reference> {
        match self {
            Term::Reference(reference) => vec![reference],
            Term::List(items)
            | Term::Template(items)
            | Term::Call { arguments: items, .. }
            | Term::Other { parts: items, .. } => items.iter().flat_map(Term::references).collect(),
            Term::Map(entries) => entries.values().flat_map(Term::references).collect(),
            Term::Data { content, beside, .. } => content.references().into_iter().chain(beside).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a difference can lie in a part of it.
    pub(super) fn has_parts(&self) -> bool {
        matches!(self, Term::List(_) | Term::Map(_))
    }

    /// The text that a template makes of it, where it is known.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Term::String(text) => Some(text.clone()),
            Term::Number(number) => Some(number.to_string()),
            Term::Bool(value) => Some(value.to_string()),
            _ => None,
        }
    }
}

/// On one line, as Terraform writes expressions.
impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Term::Null => f.write_str("null"),
            Term::Bool(value) => write!(f, "{value}"),
            Term::Number(number) => write!(f, "{number}"),
            Term::String(text) => write!(f, "{}", serde_json::Value::from(text.as_str())),
            Term::List(items) => write!(f, "[{}]", Listed(items)),
            Term::Map(entries) => {
                let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{key} = {value}")).collect();
                write!(f, "{{ {} }}", entries.join(", "))
            }
            Term::Reference(reference) => write!(f, "{reference}"),
            Term::Template(parts) => {
                let text = |part: &Term| part.text().unwrap_or_else(|| format!("${{{part}}}"));
                write!(f, "\"{}\"", parts.iter().map(text).collect::<String>())
            }
            Term::Data { kind, path, .. } => write!(f, "data.{kind}.{path}"),
            Term::Call { name, arguments } => write!(f, "{name}({})", Listed(arguments)),
            Term::File { path, content: Content(Some(hash)) } => write!(f, "content of {path} ({hash:016x})"),
            Term::File { path, content: Content(None) } => write!(f, "content of {path}"),
            Term::Other { text, .. } => f.write_str(text),
        }
    }
}

impl Display for Reference {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        write!(f, "{}{dot}{}", self.address, self.path)
    }
}

struct Listed<'a>(&'a [Term]);

impl Display for Listed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (place, item) in self.0.iter().enumerate() {
            write!(f, "{}{item}", if place == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}
