//! The text of a TOML file, and the places in it.

use super::problem::{Position, Problem};
use super::syntax;
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The table of environments.
pub(super) const ENVIRONMENTS: &str = "environments";

/// A file as written: its text, and its keys with their places.
pub(super) struct Document<'a> {
    text: &'a str,
    table: Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    pub fn parse(text: &'a str) -> Result<Self, Vec<Problem>> {
        let table = DeTable::parse(text);
        table
            .map(|table| Self { text, table })
            .map_err(|error| vec![syntax::problem(text, error.message(), error.span())])
    }

    pub fn table(&self) -> &DeTable<'a> {
        self.table.get_ref()
    }

    pub fn place(&self, span: Range<usize>) -> Position {
        Position::new(self.text, span)
    }

    /// The keys that lead to what is at this place of the text.
    pub fn path_at(&self, place: &Range<usize>) -> Vec<String> {
        path_at(self.table(), place)
    }

    /// The place of a key's value, `database.backup_window`; of the key itself when its value is a
    /// table of many lines.
    pub fn place_of(&self, key: &str) -> Option<Position> {
        let mut table = self.table();
        let mut place = None;
        for part in key.split('.') {
            let (name, value) = table.get_key_value(part)?;
            let DeValue::Table(inner) = value.get_ref() else {
                return Some(self.place(value.span()));
            };
            place = Some(self.place(name.span()));
            table = inner;
        }
        place
    }
}

fn path_at(table: &DeTable<'_>, place: &Range<usize>) -> Vec<String> {
    let holds = |span: Range<usize>| span.start <= place.start && place.end <= span.end;
    for (key, value) in table {
        let inner = match value.get_ref() {
            // `[a.b]` is also where the table `a.b` is, but its first key is `a`.
            _ if key.span() == *place => Vec::new(),
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
pub(super) fn remove(table: &mut DeTable<'_>, path: &[String]) -> bool {
    match path {
        [] => false,
        [key] => table.remove(key.as_str()).is_some(),
        [key, rest @ ..] => match table.get_mut(key.as_str()).map(Spanned::get_mut) {
            Some(DeValue::Table(inner)) => remove(inner, rest),
            _ => false,
        },
    }
}

/// The shared settings with those of one environment over them.
///
/// What an environment says replaces what is shared, key by key: `[environments.prod.database]
/// proxy = true` leaves the other keys of `[database]` as they are, and a tag leaves the other
/// tags. A value is replaced as a whole, also one that is a list or a table (`storage.lifecycle`,
/// `application.waf`, `application.task_size`): parts of two lifecycles make no lifecycle.
pub(super) fn merged<'a>(shared: &DeTable<'a>, own: &DeTable<'a>) -> DeTable<'a> {
    // Taken out only afterwards, each of a thousand environments would copy the others.
    let settings = shared.iter().filter(|(key, _)| key.get_ref() != ENVIRONMENTS);
    let mut merged: DeTable<'a> =
        settings.map(|(key, value)| (key.clone(), value.clone())).collect();
    for (key, value) in own {
        match (merged.get_mut(key.get_ref().as_ref()).map(Spanned::get_mut), value.get_ref()) {
            (Some(DeValue::Table(section)), DeValue::Table(own)) => {
                own.iter().for_each(|entry| replace(section, entry))
            }
            _ => replace(&mut merged, (key, value)),
        }
    }
    merged
}

/// Puts an entry in the place of another. Inserting alone would keep the place of the other one's
/// key.
fn replace<'a>(
    table: &mut DeTable<'a>,
    (key, value): (&Spanned<toml::de::DeString<'a>>, &Spanned<DeValue<'a>>),
) {
    table.remove(key.get_ref().as_ref());
    table.insert(key.clone(), value.clone());
}
