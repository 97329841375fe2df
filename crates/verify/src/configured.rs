//! [`Configured`]: one resource in the configuration: its arguments evaluated, what is unknown and
//! why, and where each is written.

mod align;

use std::sync::Arc;

use terraform::configuration::{Argument, Arguments, Content, Instance};
use terraform::expr::{Base, Expr, Kind};
use terraform::source::{Sources, Span};
use terraform::value::Value;

pub use align::{aligned, fill};

/// One resource in the configuration.
#[derive(Debug)]
pub struct Configured {
    /// Its arguments and blocks, as one object.
    pub value: Value,
    /// What the texts of JSON in it say that have holes, by path: policies, container definitions.
    documents: Vec<(String, Value)>,
    instance: Instance,
    sources: Arc<Sources>,
}

impl Configured {
    /// What is written for an instance in these files.
    pub fn new(instance: Instance, sources: &Arc<Sources>) -> Self {
        let value = instance.arguments.to_value();
        Self { documents: documents(&value), value, instance, sources: Arc::clone(sources) }
    }

    /// The same, with its arguments in the order in which a plan has them.
    pub fn with_value(self, value: Value) -> Self {
        Self { documents: documents(&value), value, ..self }
    }

    /// What the text of JSON at a path says, with holes where it is unknown.
    pub fn document(&self, path: &str) -> Option<&Value> {
        self.documents.iter().find(|(of, _)| of == path).map(|(_, document)| document)
    }

    /// The instance.
    pub fn instance(&self) -> &Instance {
        &self.instance
    }

    /// Whether `ignore_changes` leaves an argument as it is once the resource exists.
    /// Source: Terraform, "The lifecycle meta-argument", `ignore_changes`.
    pub fn ignores(&self, argument: &str) -> bool {
        let ignored =
            self.instance.lifecycle.iter().find(|setting| &*setting.name == "ignore_changes");
        let is_named = |item: &Expr, name: &str| match &item.kind {
            Kind::String(text) => &**text == name,
            Kind::Path(path) => {
                path.steps.is_empty() && matches!(&path.base, Base::Name(base) if &**base == name)
            }
            _ => false,
        };
        ignored.is_some_and(|ignored| match &ignored.value.kind {
            Kind::List(items) => items.iter().any(|item| is_named(item, argument)),
            _ => is_named(&ignored.value, "all"),
        })
    }

    /// Where the argument at a path is written, or what holds it: `main.tf:12:3`. None: it is
    /// declared, not written in a file.
    pub fn place_of(&self, path: &str) -> Option<terraform::source::Location<'_>> {
        self.sources.place(span_of(&self.instance.arguments, path).unwrap_or(self.instance.span))
    }
}

fn documents(value: &Value) -> Vec<(String, Value)> {
    let (mut found, mut left) = (Vec::new(), vec![(String::new(), value)]);
    while let Some((path, value)) = left.pop() {
        let (plain, _) = value.unmarked();
        if let Value::Template(_) = plain {
            found.extend(plain.read_json().map(|document| (path, document)));
            continue;
        }
        let below = |step: &dyn std::fmt::Display| {
            if path.is_empty() { step.to_string() } else { format!("{path}.{step}") }
        };
        match plain.as_entries() {
            Some(entries) => {
                let entries = entries.iter().filter(|(_, item)| may_hold_text(item));
                left.extend(entries.map(|(name, item)| (below(name), item)));
            }
            None => {
                let items = plain.children().enumerate().filter(|(_, item)| may_hold_text(item));
                left.extend(items.map(|(index, item)| (below(&index), item)));
            }
        }
    }
    found
}

/// Whether a value is a text with holes, or has parts.
fn may_hold_text(value: &Value) -> bool {
    let (plain, _) = value.unmarked();
    matches!(plain, Value::Template(_)) || plain.children().next().is_some()
}

/// The span of the innermost argument or block on the way of a path.
fn span_of(arguments: &Arguments, path: &str) -> Option<Span> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let Argument { content, span, .. } = arguments.get(name)?;
    let (Content::Blocks(blocks) | Content::SomeBlocks(blocks, _)) = content else {
        return Some(*span);
    };
    let (index, rest) = rest.split_once('.').unwrap_or((rest, ""));
    let Some(block) = index.parse().ok().and_then(|index: usize| blocks.get(index)) else {
        return Some(*span);
    };
    Some(span_of(&block.arguments, rest).unwrap_or(block.span))
}

/// Whether a value is something that is written: neither null nor a list of no blocks.
pub fn is_something(value: &Value) -> bool {
    let (plain, _) = value.unmarked();
    !plain.is_null() && plain.as_items().is_none_or(|items| !items.is_empty())
}

/// What is one step from a value: an attribute, an entry, or an element.
pub fn step<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    let (plain, _) = value.unmarked();
    match plain {
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            plain.as_items()?.get(step.parse::<usize>().ok()?)
        }
        _ => plain.get(step),
    }
}
