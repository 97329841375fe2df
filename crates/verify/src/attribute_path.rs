//! [`AttributePath`]: a place within a resource: an argument, a block, or one item of either.

mod configuration;
mod shown;

use serde_json::{Map, Value};

use super::configured;
use super::planned::Planned::{self, Absent, Known, Unknown};
use super::resource::Resource;
pub(super) use shown::{NOT_YET, UNREAD};
use terraform::plan::Argument;

/// A place within a resource, and what the plan says there.
#[derive(Debug, Clone)]
pub struct AttributePath<'a> {
    resource: Resource<'a>,
    path: String,
    pub(super) value: &'a Value,
    unknown: &'a Value,
    pub(super) sensitive: &'a Value,
    /// Whether the configuration leaves it out, as far as a plan shows it.
    left_out: bool,
    /// The text that is written in Terraform's JSON syntax, where the plan shows it: parts without
    /// a template are known even if the whole value is not.
    written: &'a Value,
    /// Whether it is left out and has no value, so that the provider's or AWS's default applies.
    /// (The content of a `dynamic` block is not in a plan's expressions, but has values.)
    absent: bool,
    pub(super) expression: &'a Argument,
    /// What the configuration says here, where it is available.
    configured: Option<&'a terraform::value::Value>,
}

impl<'a> Resource<'a> {
    /// The place at a path within it: arguments, blocks and their numbers joined by dots, as
    /// `default_action.0.type`.
    pub fn at(self, path: &str) -> AttributePath<'a> {
        self.root().at(path)
    }

    /// The whole of it.
    pub fn root(self) -> AttributePath<'a> {
        AttributePath::root(self)
    }
}

impl<'a> AttributePath<'a> {
    fn root(resource: Resource<'a>) -> Self {
        AttributePath {
            resource,
            path: String::new(),
            value: &resource.entry.values,
            unknown: &resource.entry.unknown,
            sensitive: &resource.entry.sensitive,
            left_out: false,
            written: &Value::Null,
            absent: false,
            expression: resource.expressions(),
            configured: resource.configured().map(|configured| &configured.value),
        }
    }

    /// The resource it is in.
    pub fn resource(&self) -> Resource<'a> {
        self.resource
    }

    /// The path within the resource, as `default_action.0.type`; empty for the whole resource.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The place at a path from here.
    pub fn at(&self, path: &str) -> Self {
        let here = self.clone();
        // Most paths are one step: taking it directly is faster than looking for dots first.
        if path.bytes().any(|byte| byte == b'.') {
            path.split('.').fold(here, Self::step)
        } else {
            here.step(path)
        }
    }

    fn step(self, step: &str) -> Self {
        let index: Option<usize> = step.parse().ok();
        let value = |value: &'a Value| match value {
            Value::Object(map) => entry(map, step),
            Value::Array(items) => items.get(index?),
            _ => None,
        };
        self.below(step, value, |argument| argument.get(step).or_else(|| argument.item(index?)))
    }

    fn item(self, index: usize) -> Self {
        let step = index.to_string();
        self.below(&step, |value| value.as_array()?.get(index), |written| written.item(index))
    }

    /// Goes one step down, in everything that is known of this place: value, expression and so on.
    fn below(
        mut self,
        step: &str,
        value: impl Fn(&'a Value) -> Option<&'a Value>,
        argument: impl Fn(&'a Argument) -> Option<&'a Argument>,
    ) -> Self {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(step);
        let below = |whole| value(whole).unwrap_or(&Value::Null);
        self.value = below(self.value);
        self.configured = self.configured.and_then(|value| configured::step(value, step));
        if matches!(self.expression, Argument::Expression { .. }) {
            self.written = below(self.written);
        } else {
            let written = argument(self.expression);
            // A plan shows no expressions for the content of a `dynamic` block.
            let is_left_out = written.is_none()
                && matches!(self.expression, Argument::Block(_))
                && !self.configured.is_some_and(configured::is_something);
            self.left_out |= is_left_out;
            self.absent |= is_left_out && self.value.is_null();
            self.expression = written.unwrap_or(&Argument::Nothing);
            self.written = self.expression.constant().unwrap_or(&Value::Null);
        }
        // Where a whole is unknown or sensitive, so is each of its parts.
        for whole in [&mut self.unknown, &mut self.sensitive] {
            if **whole != Value::Bool(true) {
                *whole = below(whole);
            }
        }
        self
    }

    /// The value as it is in the plan. What the configuration leaves out is absent, even where the
    /// provider computes a value for it: the default of the provider or of AWS holds.
    pub fn value(&self) -> Planned<&'a Value> {
        match self.value {
            Value::Null if self.unknown == &Value::Bool(true) && is_plain(self.written) => {
                Known(self.written)
            }
            // `internal = var.internal`, which is null, leaves it out.
            Value::Null
                if self.configured.is_some_and(|configured| configured.unmarked().0.is_null()) =>
            {
                Absent
            }
            Value::Null if self.unknown == &Value::Bool(true) && !self.absent => Unknown,
            Value::Null => Absent,
            value => Known(value),
        }
    }

    /// A text. An empty one is how the provider writes that nothing is set.
    pub fn string(&self) -> Planned<&'a str> {
        self.value().and_then(|value| match value.as_str() {
            None | Some("") => Absent,
            Some(text) => Known(text),
        })
    }

    /// A number, also where the provider keeps it as a text.
    pub fn number(&self) -> Planned<f64> {
        self.value().and_then(|value| {
            let number = value.as_f64().or_else(|| value.as_str()?.parse().ok());
            number.map_or(Absent, Known)
        })
    }

    /// True or false, also where the provider keeps it as a text.
    pub fn bool(&self) -> Planned<bool> {
        self.value().and_then(|value| {
            let flag = value.as_bool().or_else(|| value.as_str()?.parse().ok());
            flag.map_or(Absent, Known)
        })
    }

    /// The items of a list or set, or the blocks of one name; none where the whole is unknown.
    pub fn items(&self) -> Vec<Self> {
        let count = self.value.as_array().map_or(0, Vec::len);
        (0..count).map(|index| self.clone().item(index)).collect()
    }

    /// The entries of a map; none where the whole is unknown and its keys are not in the
    /// configuration either.
    pub fn entries(&self) -> Vec<(&'a str, Self)> {
        let keys = self
            .value
            .as_object()
            .or(self.written.as_object())
            .into_iter()
            .flat_map(|map| map.keys());
        keys.map(|key| (key.as_str(), self.clone().step(key))).collect()
    }

    /// The texts of a list or set: unknown as soon as one of them is.
    pub fn strings(&self) -> Planned<Vec<&'a str>> {
        self.value().and_then(|_| {
            let mut texts = Vec::new();
            for item in self.items() {
                match item.string() {
                    Known(text) => texts.push(text),
                    Unknown => return Unknown,
                    Absent => {}
                }
            }
            Known(texts)
        })
    }

    /// Whether the configuration sets it, as far as a plan shows it: of what a `dynamic` block
    /// holds it does not.
    pub fn is_written(&self) -> bool {
        !self.left_out
    }

    /// Whether the configuration sets it for certain. A state shows what the provider reads, so
    /// what another resource or AWS itself has set is there too.
    pub fn is_surely_written(&self) -> bool {
        self.is_written() && !self.resource.inventory().is_deployed()
    }

    /// Whether the value, or a part of it, is known only after the apply.
    pub fn has_unknown(&self) -> bool {
        !self.absent && contains_true(self.unknown)
    }

    /// Whether it is a block of which nothing is known yet: a `dynamic` block whose `for_each` is
    /// known only after the apply. Do not ask this of blocks that the provider computes: they are
    /// unknown also if they are left out.
    pub fn is_dynamic(&self) -> bool {
        self.value.is_null() && self.unknown == &Value::Bool(true)
    }

    /// Whether the value is known only after the apply because the configuration refers to
    /// something that is. Otherwise, as with `policy = var.policy` where the variable is null, the
    /// value is the default of the provider or of AWS.
    pub fn waits(&self) -> bool {
        let links = self.links_to_any();
        self.value() == Unknown && !(links.links.is_empty() && links.incomplete.is_empty())
    }

    /// Whether Terraform calls the value, or a part of it, sensitive.
    pub fn is_sensitive(&self) -> bool {
        contains_true(self.sensitive)
    }
}

/// Whether a written value is what it says: one without a template, and not a whole of which parts
/// may be templates.
fn is_plain(written: &Value) -> bool {
    match written {
        Value::String(text) => !text.contains("${") && !text.contains("%{"),
        Value::Bool(_) | Value::Number(_) => true,
        Value::Null | Value::Array(_) | Value::Object(_) => false,
    }
}

/// Of few entries, which most maps of a plan have. Looking through them takes less than the map's
/// hash, which is made to withstand malice and was a quarter of all time.
fn entry<'a>(map: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    const FEW: usize = 16;
    if map.len() > FEW {
        map.get(name)
    } else {
        map.iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }
}

fn contains_true(value: &Value) -> bool {
    match value {
        Value::Bool(is) => *is,
        Value::Array(items) => items.iter().any(contains_true),
        Value::Object(map) => map.values().any(contains_true),
        _ => false,
    }
}
