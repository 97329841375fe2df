//! Reads the environments of a file, and finds everything wrong with them at once.
//!
//! A file is read whole, whichever environment is asked for: a slip in production's part is found
//! when it is made, and not on the day production is deployed.

use super::{
    Config, Profile,
    check::{self, Violation},
    document::{Document, ENVIRONMENTS, merged, remove},
    environment::Environment,
    explain,
    file::File,
    peers,
    problem::Problem,
};
use crate::naming::Suffix;
use serde::Deserialize;
use toml::{
    Spanned,
    de::{DeTable, DeValue, Deserializer, Error},
};

/// What is asked for: one environment, in which a profile may go before the file's, or all of a
/// file.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub suffix: Option<&'a Suffix>,
    pub profile: Option<Profile>,
}

/// The environments of a file; none when it defines none and none is asked for.
pub(super) fn read(
    document: &Document<'_>,
    asked: Asked<'_>,
) -> Result<Vec<Environment>, Vec<Problem>> {
    let mut reader = Reader { document, problems: Vec::new(), shared: Vec::new() };
    let environments = match document.table().get(ENVIRONMENTS) {
        None => reader.sole(asked),
        Some(defined) => reader.defined(defined, asked),
    };
    for environment in &environments {
        let broken = check::violations(&environment.config, &environment.unread);
        broken.into_iter().for_each(|violation| reader.locate(environment, violation));
    }
    let mut problems = reader.problems;
    problems.extend(
        reader.shared.into_iter().map(|(problem, names)| with_environments(problem, &names)),
    );
    problems.extend(peers::overlaps(document, &environments));
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    problems.dedup();
    if problems.is_empty() { Ok(environments) } else { Err(problems) }
}

struct Reader<'a> {
    document: &'a Document<'a>,
    problems: Vec<Problem>,
    /// Rules broken by shared settings, and in which environments.
    shared: Vec<(Problem, Vec<String>)>,
}

impl Reader<'_> {
    /// The environment of a file without names.
    fn sole(&mut self, asked: Asked<'_>) -> Vec<Environment> {
        let suffix = asked.suffix.cloned();
        suffix
            .map(|suffix| {
                self.environment(suffix, asked, self.document.table().clone(), Vec::new())
            })
            .into_iter()
            .collect()
    }

    fn defined(&mut self, defined: &Spanned<DeValue<'_>>, asked: Asked<'_>) -> Vec<Environment> {
        let table = match defined.get_ref() {
            DeValue::Table(table) if !table.is_empty() => table,
            _ => {
                let problem = Problem::new(
                    ENVIRONMENTS,
                    "holds no environment; add one: [environments.staging]",
                );
                self.problems
                    .push(Problem { place: self.document.place_of(ENVIRONMENTS), ..problem });
                return Vec::new();
            }
        };
        table.iter().filter_map(|(name, value)| self.named(name, value, asked)).collect()
    }

    fn named(
        &mut self,
        name: &Spanned<toml::de::DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
        asked: Asked<'_>,
    ) -> Option<Environment> {
        let key = format!("{ENVIRONMENTS}.{}", name.get_ref());
        let suffix = name.get_ref().parse::<Suffix>().map_err(|error| error.to_string());
        let message = match (suffix, value.get_ref()) {
            (Ok(suffix), DeValue::Table(own)) => {
                let table = merged(self.document.table(), own);
                return Some(self.environment(
                    suffix,
                    asked,
                    table,
                    vec![ENVIRONMENTS.to_owned(), name.to_string()],
                ));
            }
            (Err(message), _) => message,
            (Ok(_), _) => format!("is not a table; write [{key}] and its settings below it"),
        };
        let place = Some(self.document.place(name.span()));
        self.problems.push(Problem { place, ..Problem::new(key, message) });
        None
    }

    fn environment(
        &mut self,
        suffix: Suffix,
        asked: Asked<'_>,
        table: DeTable<'_>,
        prefix: Vec<String>,
    ) -> Environment {
        let (file, unread) = self.file(table, &prefix);
        let flag = asked.profile.filter(|_| asked.suffix == Some(&suffix));
        let mut config = Config::without_file(suffix, flag.or(file.profile));
        config.apply(file);
        Environment { config, prefix, unread }
    }

    /// Every value, and the keys that could not be read. A key with a problem is taken out and the
    /// rest read again, so that one mistake does not hide the next.
    fn file(&mut self, mut table: DeTable<'_>, prefix: &[String]) -> (File, Vec<String>) {
        let mut unread: Vec<String> = Vec::new();
        loop {
            let error =
                match File::deserialize(Deserializer::from(Spanned::new(0..0, table.clone()))) {
                    Ok(file) => return (file, unread),
                    Err(error) => error,
                };
            let in_file = error.span().map(|span| self.document.path_at(&span)).unwrap_or_default();
            let path = in_file.strip_prefix(prefix).unwrap_or(&in_file).to_vec();
            if !was_taken_out(&path, &error, &unread) {
                let problem = explain::problem(&in_file.join("."), &path, error.message());
                let place = error.span().map(|span| self.document.place(span));
                self.problems.push(Problem { place, ..problem });
            }
            if !remove(&mut table, &path) {
                return (File::default(), unread);
            }
            unread.push(path.join("."));
        }
    }

    /// Puts a broken rule where the first of its keys is that the file has, and names the others it
    /// has.
    fn locate(&mut self, environment: &Environment, violation: Violation) {
        let found = violation.keys.iter().filter_map(|key| environment.find(self.document, key));
        let mut places: Vec<_> = found.collect();
        let name = environment.prefix.join(".");
        if places.is_empty() {
            places.extend(
                self.document.place_of(&name).map(|place| (place, violation.keys[0].clone())),
            );
        }
        let key = places.first().map_or_else(|| violation.keys[0].clone(), |(_, key)| key.clone());
        let place = places.first().map(|(place, _)| place.clone());
        let others = places
            .into_iter()
            .skip(1)
            .map(|(place, key)| (place, format!("{key} is set here")))
            .collect();
        let shared = !name.is_empty() && !key.starts_with(&name);
        let problem = Problem { place, others, ..Problem::new(key, violation.message) };
        if shared {
            self.share(problem, environment.config.suffix.to_string());
        } else {
            self.problems.push(problem);
        }
    }

    /// Tells a mistake in a shared setting once, with every environment in which it is one.
    fn share(&mut self, problem: Problem, environment: String) {
        let same = |known: &Problem| known.place == problem.place && known.reason == problem.reason;
        match self.shared.iter_mut().find(|(known, _)| same(known)) {
            Some((known, environments)) => {
                known.others.extend(problem.others);
                environments.push(environment);
            }
            None => self.shared.push((problem, vec![environment])),
        }
    }
}

fn with_environments(problem: Problem, names: &[String]) -> Problem {
    let note = match names {
        [only] => format!("in the environment {only}"),
        several => format!("in the environments {}", several.join(", ")),
    };
    Problem { note: Some(note), ..problem }
}

/// Whether a key is missing only because its value was wrong.
fn was_taken_out(path: &[String], error: &Error, unread: &[String]) -> bool {
    let missing =
        error.message().strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    missing.is_some_and(|field| unread.contains(&format!("{}.{field}", path.join("."))))
}
