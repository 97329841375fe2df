//! [`AttributePath`]: a place within a resource: an argument, a block, or one item of either.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::configured;
use super::planned::Planned::{self, Absent, Known, Unknown};
use super::resource::Resource;
use terraform::plan::Argument;

/// Why of a text that is put together during the apply nothing is known.
pub(super) const UNREAD: &str =
    "the text is put together during the apply, and a plan does not show what is written in it";

/// What stands for a value that is known only after the apply.
pub(super) const NOT_YET: &str = "known after apply";

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
    /// What is written in Terraform's JSON syntax, of which a plan shows the text: what of it
    /// holds no template is known even where the whole is not.
    written: &'a Value,
    /// Whether it is left out and has no value, so that the provider's or AWS's default holds.
    /// What a `dynamic` block holds is left out of the expressions of a plan, but has values.
    absent: bool,
    pub(super) expression: &'a Argument,
    /// What the configuration says here, where it is available.
    configured: Option<&'a terraform::value::Value>,
}

impl<'a> AttributePath<'a> {
    pub(super) fn root(resource: Resource<'a>) -> Self {
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

    /// The resource it lies in.
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
        // Most paths are one step, and to look through so short a text for dots takes longer than
        // to go there.
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

    /// The place one step from here, with what lies below each thing that is known of this one.
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
            // Of what a `dynamic` block holds a plan shows no expressions at all.
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

    /// How a text ends that is known only in part: what is written behind its last unknown part.
    pub fn written_end(&self) -> Option<&'a str> {
        match self.configured()?.unmarked().0 {
            terraform::value::Value::Template(template) => match template.parts.last() {
                Some(terraform::value::Part::Text(end)) => Some(end),
                _ => None,
            },
            _ => None,
        }
    }

    /// How a text is written that is known only in part, with `*` for each part that is not.
    pub fn written_with_stars(&self) -> Option<String> {
        match self.configured()?.unmarked().0 {
            terraform::value::Value::Template(template) => Some(template.with(|_| "*".to_owned())),
            _ => None,
        }
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

    /// What the configuration says here, with the reasons for what is unknown in it; None where no
    /// configuration is available, or nothing is written here.
    pub fn configured(&self) -> Option<&'a terraform::value::Value> {
        self.configured
    }

    /// What a text of JSON here says, a policy or container definitions: known, or from the
    /// configuration with holes where it is unknown. Of what is no JSON, nothing is said.
    pub fn document(&self) -> Planned<Cow<'a, terraform::value::Value>> {
        match self.string() {
            Absent => Absent,
            Known(text) => match serde_json::from_str(text) {
                Ok(json) => Known(Cow::Owned(terraform::value::Value::from_json(&json))),
                Err(_) => Absent,
            },
            Unknown => match self
                .resource
                .configured()
                .and_then(|configured| configured.document(&self.path))
            {
                Some(document) => Known(Cow::Borrowed(document)),
                None => Unknown,
            },
        }
    }

    /// A text of JSON of which the configuration knows all but some holes: each hole as `${what it
    /// comes from}`.
    pub fn string_with_holes(&self) -> Option<String> {
        let document = self.resource.configured()?.document(&self.path)?;
        Some(terraform::plan::values::with_holes(document).to_string())
    }

    /// A part of the text here that is unknown, and comes from what the configuration says.
    pub(super) fn hole(&self, value: &'a terraform::value::Value) -> Self {
        let (nothing, everything) = (&Value::Null, &Value::Bool(true));
        AttributePath {
            value: nothing,
            unknown: everything,
            written: nothing,
            configured: Some(value),
            ..self.clone()
        }
    }

    /// Whether `ignore_changes` leaves it as it is once the resource exists; None where no
    /// configuration is available.
    pub fn is_ignored(&self) -> Option<bool> {
        self.resource.configured().map(|configured| configured.ignores(&self.path))
    }

    /// Where it is written, as `main.tf:12:3`, where a configuration is available.
    pub fn written_at(&self) -> Option<terraform::source::Location<'a>> {
        self.resource.configured()?.place_of(&self.path)
    }

    /// Whether the value, or a part of it, is known only after the apply.
    pub fn has_unknown(&self) -> bool {
        !self.absent && contains_true(self.unknown)
    }

    /// Whether it is a block of which nothing is known yet, as `dynamic` makes it with a `for_each`
    /// that waits for something. For blocks that the provider does not compute: those are
    /// unknown as well where they are left out.
    pub fn is_dynamic(&self) -> bool {
        self.value.is_null() && self.unknown == &Value::Bool(true)
    }

    /// Why the value is not known yet, for a person: what it follows from, where the plan shows it.
    pub fn known_later(&self) -> String {
        /// Enough to recognise what it waits for.
        const SHOWN: usize = 2;
        let links = self.links_to_any().links;
        let names = links.iter().take(SHOWN).map(|link| match link.attribute.as_str() {
            "" => link.resource.address().to_owned(),
            attribute => format!("{}.{attribute}", link.resource.address()),
        });
        let names: Vec<_> = names.collect();
        match names.is_empty() {
            true => "its value is known only after the apply".to_owned(),
            false => format!(
                "its value follows from {}, known only after the apply",
                names.join(" and ")
            ),
        }
    }

    /// Whether the value is known only after the apply because the configuration waits for
    /// something. What is computed though everything that the configuration says of it is
    /// known, as `policy = var.policy` with a variable that is null, is the default of the
    /// provider or of AWS.
    pub fn waits(&self) -> bool {
        let links = self.links_to_any();
        self.value() == Unknown && !(links.links.is_empty() && links.incomplete.is_empty())
    }

    /// Whether Terraform calls the value, or a part of it, sensitive.
    pub fn is_sensitive(&self) -> bool {
        contains_true(self.sensitive)
    }

    /// The same place, of which the value is not shown: a rule has found that it is a secret.
    pub fn redacted_whole(self) -> Self {
        AttributePath { sensitive: &Value::Bool(true), ..self }
    }

    /// The value for a person, cut short where it is long; what Terraform calls sensitive is not
    /// shown.
    pub fn shown(&self) -> String {
        shortened(&self.in_full())
    }

    /// What stands for the value in a proof: the value, or what it follows from; `None` where
    /// nothing of it is known before the apply, which proves nothing.
    pub fn proof(&self) -> Option<String> {
        if self.is_sensitive() || !self.value().is_unknown() {
            return Some(self.shown());
        }
        if let Some(text) = self.string_with_holes() {
            return Some(shortened(&text));
        }
        let links = self.links_to_any().links;
        let names = links.iter().map(|link| match link.attribute.as_str() {
            "" => link.resource.address().to_owned(),
            attribute => format!("{}.{attribute}", link.resource.address()),
        });
        let names: Vec<_> = names.collect();
        (!names.is_empty()).then(|| format!("from {}", names.join(", ")))
    }

    fn in_full(&self) -> String {
        if self.is_sensitive() {
            return "sensitive".to_owned();
        }
        match self.value() {
            Absent => "not set".to_owned(),
            Unknown => NOT_YET.to_owned(),
            Known(value) => value.to_string(),
        }
    }
}

/// A policy in JSON would fill the screen, and says no more than the finding.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 72;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
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
