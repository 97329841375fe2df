//! The keys that a file may have, and what each is for, from the schema.

use super::{document::ENVIRONMENTS, json_schema};
use serde_json::{Map, Value};
use std::sync::LazyLock;

/// How alike two keys must be for one to be a slip of the other.
const ALIKE: f64 = 0.85;

/// Every key with its path and its description.
pub(super) struct Keys {
    all: Vec<(Vec<String>, Option<String>)>,
}

impl Keys {
    /// The keys, collected when something is first wrong.
    pub fn known() -> &'static Self {
        static KNOWN: LazyLock<Keys> = LazyLock::new(Keys::collected);
        &KNOWN
    }

    fn collected() -> Self {
        let schema = json_schema::of_settings();
        let mut all = Vec::new();
        collect(&schema, &schema, &[], &mut all);
        all.push((vec![ENVIRONMENTS.to_owned()], None));
        Self { all }
    }

    /// What to tell whoever wrote a key that is not known: the nearest one, and the ones known in
    /// its place.
    pub fn instead_of(&self, path: &[String]) -> String {
        let Some((key, section)) = path.split_last() else { return String::new() };
        let here: Vec<_> =
            self.all.iter().filter(|(known, _)| known[..known.len() - 1] == *section).collect();
        let list: Vec<_> = here.iter().map(|(known, _)| known[known.len() - 1].as_str()).collect();
        let place = if section.is_empty() {
            "here".to_owned()
        } else {
            format!("in {}", section.join("."))
        };
        let known = format!("known {place}: {}", list.join(", "));
        match self.nearest(key, section) {
            Some(nearest) => format!("did you mean {nearest}? {known}"),
            None => known,
        }
    }

    /// The nearest key: one of the same section by its name, one of another by its whole path.
    fn nearest(&self, key: &str, section: &[String]) -> Option<String> {
        let likeness = |known: &[String]| {
            let own_section = known[..known.len() - 1] == *section;
            // Between two that are equally alike, the one of the same section.
            strsim::jaro_winkler(key, &known[known.len() - 1])
                + if own_section { 0.01 } else { 0.0 }
        };
        let (known, _) =
            self.all.iter().max_by(|(a, _), (b, _)| likeness(a).total_cmp(&likeness(b)))?;
        let own_section = known[..known.len() - 1] == *section;
        let name =
            if own_section { format!("{:?}", known[known.len() - 1]) } else { known.join(".") };
        (likeness(known) >= ALIKE).then_some(name)
    }

    /// What a key is for.
    pub fn purpose(&self, path: &[String]) -> Option<String> {
        let (_, description) = self.all.iter().find(|(known, _)| known == path)?;
        description.as_deref().map(for_operators)
    }
}

fn collect(
    root: &Map<String, Value>,
    schema: &Map<String, Value>,
    section: &[String],
    all: &mut Vec<(Vec<String>, Option<String>)>,
) {
    let Some(Value::Object(properties)) = schema.get("properties") else { return };
    for (key, property) in properties {
        let path = [section, std::slice::from_ref(key)].concat();
        let Some(property) = resolved(root, property) else { continue };
        all.push((
            path.clone(),
            property.get("description").and_then(Value::as_str).map(str::to_owned),
        ));
        collect(root, property, &path, all);
    }
}

/// What a schema refers to, or itself.
pub(super) fn resolved<'a>(
    root: &'a Map<String, Value>,
    schema: &'a Value,
) -> Option<&'a Map<String, Value>> {
    let name = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/"));
    name.map_or(schema, |name| &root["$defs"][name]).as_object()
}

/// A description without its source, which is for whoever checks the program, and on one line.
pub(super) fn for_operators(description: &str) -> String {
    let without_source =
        description.split(" Source").next().unwrap_or_default().split("\nSource").next();
    without_source.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}
