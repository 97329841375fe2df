//! Reads what a TOML file says, and finds everything wrong with it at once.

use super::{
    application::ApplicationOverrides,
    backend::S3Backend,
    check::Violation,
    database::DatabaseOverrides,
    error::{Problem, UnknownWord},
    logs::LogsOverrides,
    monitoring::MonitoringOverrides,
    network::NetworkOverrides,
    profile::Profile,
    resilience::ResilienceOverrides,
    storage::StorageOverrides,
    text::*,
    validation::ValidationOverrides,
};
use serde::Deserialize;
use std::{collections::BTreeMap, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue, Deserializer, Error},
};

/// What a file may hold; every key can be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub(super) struct File {
    pub profile: Option<Profile>,
    pub account_id: Option<AccountId>,
    pub permissions_boundary_arn: Option<PermissionsBoundaryArn>,
    pub tags: BTreeMap<TagKey, TagValue>,
    pub network: NetworkOverrides,
    pub database: DatabaseOverrides,
    pub application: ApplicationOverrides,
    pub validation: ValidationOverrides,
    pub storage: StorageOverrides,
    pub logs: LogsOverrides,
    pub monitoring: MonitoringOverrides,
    pub resilience: ResilienceOverrides,
    pub backend: Option<S3Backend>,
}

/// A file as written: its text and its keys with their places.
pub(super) struct Source<'a> {
    text: &'a str,
    table: Spanned<DeTable<'a>>,
}

impl<'a> Source<'a> {
    pub fn parse(text: &'a str) -> Result<Self, Problem> {
        DeTable::parse(text).map(|table| Self { text, table }).map_err(|error| Problem {
            line: error.span().map(|span| line_of(text, span.start)),
            key: String::new(),
            message: format!("not valid TOML: {}", error.message()),
        })
    }

    /// Every value, and every problem. A key with a problem is taken out and the rest read again, so that one mistake
    /// does not hide the next.
    pub fn read(&self) -> (File, Vec<Problem>) {
        let mut table = self.table.clone();
        let mut problems = Vec::new();
        loop {
            let error = match File::deserialize(Deserializer::from(table.clone())) {
                Ok(file) => return (file, problems),
                Err(error) => error,
            };
            let path = error.span().map(|span| path_at(table.get_ref(), &span)).unwrap_or_default();
            if !was_taken_out(&path, &error, &problems) {
                problems.push(self.problem(&path, &error));
            }
            if !remove(table.get_mut(), &path) {
                return (File::default(), problems);
            }
        }
    }

    fn problem(&self, path: &[String], error: &Error) -> Problem {
        let line = error.span().map(|span| line_of(self.text, span.start));
        Problem { line, key: path.join("."), message: explain(error.message()) }
    }

    /// Puts a broken rule on the line of the first of its keys that the file has.
    pub fn locate(&self, violation: Violation) -> Problem {
        let mut places = violation.keys.iter().map(|key| (self.line_of_key(key), key));
        let (line, key) = places.find(|(line, _)| line.is_some()).unwrap_or((None, &violation.keys[0]));
        Problem { line, key: key.clone(), message: violation.message }
    }

    fn line_of_key(&self, key: &str) -> Option<usize> {
        let mut table = self.table.get_ref();
        let mut line = None;
        for part in key.split('.') {
            let (name, value) = table.get_key_value(part)?;
            line = Some(line_of(self.text, name.span().start));
            table = match value.get_ref() {
                DeValue::Table(inner) => inner,
                _ => return line,
            };
        }
        line
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The keys that lead to what lies at this place of the text.
fn path_at(table: &DeTable<'_>, place: &Range<usize>) -> Vec<String> {
    let holds = |span: Range<usize>| span.start <= place.start && place.end <= span.end;
    for (key, value) in table {
        let inner = match value.get_ref() {
            DeValue::Table(inner) => path_at(inner, place),
            _ => Vec::new(),
        };
        if !inner.is_empty() || holds(key.span()) || holds(value.span()) {
            return std::iter::once(key.get_ref().to_string()).chain(inner).collect();
        }
    }
    Vec::new()
}

/// Takes the key out; false when there is none.
fn remove(table: &mut DeTable<'_>, path: &[String]) -> bool {
    match path {
        [] => false,
        [key] => table.remove(key.as_str()).is_some(),
        [key, rest @ ..] => match table.get_mut(key.as_str()).map(Spanned::get_mut) {
            Some(DeValue::Table(inner)) => remove(inner, rest),
            _ => false,
        },
    }
}

/// Whether a key is missing only because its value was wrong.
fn was_taken_out(path: &[String], error: &Error, problems: &[Problem]) -> bool {
    let missing = error.message().strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    missing.is_some_and(|field| {
        let key = format!("{}.{field}", path.join("."));
        problems.iter().any(|problem| problem.key == key)
    })
}

/// serde names keys between backticks: the missing one, or the unknown one and then all it knows.
fn explain(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    match quoted.next() {
        Some(key) if message.starts_with("unknown field") => UnknownWord::new(key, quoted).to_string(),
        Some(key) if message.starts_with("missing field") => {
            format!("{key} is missing; add it, or leave the whole table out")
        }
        _ => message.to_owned(),
    }
}
