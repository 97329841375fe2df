//! Removes what Terraform calls sensitive from all output, whichever rule it comes from.

use aho_corasick::{AhoCorasick, MatchKind};
use serde_json::Value;

use super::attribute_path::AttributePath;
use super::inventory::Inventory;

/// What is shown in place of a sensitive value.
pub(super) const REDACTED: &str = "(sensitive)";

/// Shorter texts occur in ordinary sentences, so showing them reveals nothing.
const RECOGNISABLE: usize = 4;

impl Inventory {
    /// A text without the sensitive values of any resource.
    pub fn redacted(&self, text: &str) -> String {
        match &self.secrets {
            Some(secrets) => secrets.replace_all(text, &vec![REDACTED; secrets.patterns_len()]),
            None => text.to_owned(),
        }
    }

    pub(super) fn find_secrets(&self) -> Option<AhoCorasick> {
        let mut found = Vec::new();
        for entry in self.entries.iter().chain(&self.destroyed) {
            collect(&entry.values, &entry.sensitive, &mut found);
        }
        found.sort_unstable();
        found.dedup();
        if found.is_empty() {
            return None;
        }
        // If one secret contains another, the longer one is replaced.
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(found).ok()
    }
}

impl AttributePath<'_> {
    /// The message about this place; a general message if the given one quotes a part of a
    /// sensitive value.
    pub(super) fn redacted(&self, text: String) -> String {
        let mut secrets = Vec::new();
        collect(self.value, self.sensitive, &mut secrets);
        let words = text.split(|c: char| c.is_whitespace() || "\"'`,;()".contains(c));
        let mut shown = words.filter(|word| word.len() >= RECOGNISABLE);
        let quoted = shown.any(|word| secrets.iter().any(|secret| secret.contains(word)));
        if quoted { "is not as it must be; what it is, is sensitive".to_owned() } else { text }
    }
}

/// The texts that are marked, be it one by one or with the whole that holds them.
fn collect<'v>(value: &'v Value, mark: &'v Value, found: &mut Vec<&'v str>) {
    match (value, mark) {
        (_, Value::Null | Value::Bool(false)) => {}
        (Value::String(text), Value::Bool(true)) if text.len() >= RECOGNISABLE => found.push(text),
        (Value::Array(items), Value::Bool(true)) => {
            items.iter().for_each(|item| collect(item, mark, found))
        }
        (Value::Object(map), Value::Bool(true)) => {
            map.values().for_each(|item| collect(item, mark, found))
        }
        (Value::Array(items), Value::Array(marks)) => {
            items.iter().zip(marks).for_each(|(item, mark)| collect(item, mark, found));
        }
        (Value::Object(map), Value::Object(marks)) => {
            map.iter().for_each(|(key, item)| {
                collect(item, marks.get(key).unwrap_or(&Value::Null), found)
            });
        }
        _ => {}
    }
}
