//! [`Template`]: a string of which parts are unknown.

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use super::Value;

/// A string of which parts are unknown. Never null.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Its parts in order.
    pub parts: Vec<Part>,
    /// How it begins, as far as Terraform itself knows.
    pub prefix: Arc<str>,
}

/// A part of a string.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Known text.
    Text(Arc<str>),
    /// An unknown value's text is here.
    Hole(Value),
    /// The JSON of an unknown value is here: a value with quotes if it is a string.
    Json(Value),
}

impl Template {
    /// The string of these parts; parts with holes are taken apart, neighbouring texts joined.
    /// None left unknown: a plain string.
    pub fn of(parts: impl IntoIterator<Item = Part>, prefix: impl Into<Arc<str>>) -> Value {
        let mut all: Vec<Part> = Vec::new();
        for part in parts {
            push(&mut all, part);
        }
        match all.as_slice() {
            [] => Value::string(""),
            [Part::Text(text)] => Value::string(text),
            _ => Value::Template(Arc::new(Template { parts: all, prefix: prefix.into() })),
        }
    }

    /// The unknown values in it.
    pub fn holes(&self) -> impl Iterator<Item = &Value> {
        self.parts.iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Hole(value) | Part::Json(value) => Some(value),
        })
    }

    /// The text with `hole` in place of each unknown part.
    pub fn with(&self, mut hole: impl FnMut(&Part) -> String) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Text(text) => text.to_string(),
            other => hole(other),
        });
        parts.collect()
    }
}

/// What of `text` stays as it is whatever is appended to it: without the last grapheme cluster,
/// unless that is one of the characters that nothing combines with.
pub(crate) fn stable_prefix(text: &str) -> &str {
    let Some((last, cluster)) = text.grapheme_indices(true).next_back() else { return "" };
    const ENDS: &str = "-_:;/\\,.(){}[]|?!~ \t@#$%^&*+\"'";
    let mut chars = cluster.chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) if ENDS.contains(only) => text,
        _ => &text[..last],
    }
}

fn push(all: &mut Vec<Part>, part: Part) {
    match part {
        Part::Text(text) if text.is_empty() => {}
        Part::Hole(Value::String(text)) => push(all, Part::Text(text)),
        Part::Hole(Value::Template(inner)) => {
            inner.parts.iter().for_each(|part| push(all, part.clone()))
        }
        Part::Text(text) => match all.last_mut() {
            Some(Part::Text(before)) => *before = format!("{before}{text}").into(),
            _ => all.push(Part::Text(text)),
        },
        other => all.push(other),
    }
}
