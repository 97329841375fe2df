//! Walks a JSON object field by field and collects every failure on the way.

use std::collections::BTreeMap;

use crate::{
    decision::Failure,
    json::{Node, Object},
    masked::Masked,
    rule::{Breach, Checked, Rule},
};

/// The fields of one object that are still to be read, and where failures go.
pub(crate) struct Fields<'r> {
    path: String,
    unread: BTreeMap<Masked<String>, Node>,
    duplicates: Vec<Masked<String>>,
    known: Vec<&'static str>,
    failures: &'r mut Vec<Failure>,
}

impl Fields<'_> {
    /// Reads the object at `path` with `read`; a field that `read` has not asked for is a failure.
    pub fn read<T>(
        path: String,
        object: Object,
        failures: &mut Vec<Failure>,
        read: impl FnOnce(&mut Fields) -> T,
    ) -> T {
        let Object { fields: unread, duplicates } = object;
        let mut fields = Fields { path, unread, duplicates, known: Vec::new(), failures };
        let outcome = read(&mut fields);
        fields.refuse_duplicates();
        fields.refuse_unread();
        outcome
    }

    /// A text that must be there and pass `check`.
    pub fn text<T>(
        &mut self,
        name: &'static str,
        check: impl FnOnce(&str) -> Checked<T>,
    ) -> Option<T> {
        self.required(name)?;
        self.optional_text(name, check)
    }

    /// A text that may be missing, and passes `check` if it is there.
    pub fn optional_text<T>(
        &mut self,
        name: &'static str,
        check: impl FnOnce(&str) -> Checked<T>,
    ) -> Option<T> {
        match self.take(name)? {
            Node::Text(text) => self.collect(name, check(text.expose())),
            _ => self.collect(name, Rule::JsonType.refuse("must be a string")),
        }
    }

    /// A whole number that must be there.
    pub fn integer(&mut self, name: &'static str) -> Option<i64> {
        self.required(name)?;
        let number = match self.take(name)? {
            Node::Integer(number) => Ok(number),
            Node::InexactNumber => Rule::JsonNumber.refuse(
                "must be written as digits only, without fraction or exponent, and within ±(2^53 \
                 - 1)",
            ),
            _ => Rule::JsonType.refuse("must be an integer"),
        };
        self.collect(name, number)
    }

    /// An object that must be there, read with `read`.
    pub fn object(&mut self, name: &'static str, read: impl FnOnce(&mut Fields)) {
        if self.required(name).is_none() {
            return;
        }
        match self.take(name) {
            Some(Node::Object(object)) => {
                Fields::read(self.pointer(name), object, self.failures, read)
            }
            _ => self.fail(name, Rule::JsonType.breach("must be an object")),
        }
    }

    /// Records a failure of the field `name`.
    pub fn fail(&mut self, name: &str, breach: Breach) {
        let field = self.pointer(name);
        self.failures.push(failure(field, breach));
    }

    /// Leaves the fields that were not read without a word: what they should be is not known.
    pub fn ignore_unread(&mut self) {
        self.unread.clear();
    }

    fn collect<T>(&mut self, name: &str, checked: Checked<T>) -> Option<T> {
        checked
            .map_err(|breaches| breaches.into_iter().for_each(|breach| self.fail(name, breach)))
            .ok()
    }

    fn required(&mut self, name: &'static str) -> Option<()> {
        if self.unread.contains_key(name) {
            return Some(());
        }
        self.known.push(name);
        self.fail(name, Rule::FieldMissing.breach("is required"));
        None
    }

    fn take(&mut self, name: &'static str) -> Option<Node> {
        self.known.push(name);
        self.unread.remove(name)
    }

    fn pointer(&self, name: &str) -> String {
        format!("{}/{name}", self.path)
    }

    fn refuse_duplicates(&mut self) {
        self.duplicates.sort();
        self.duplicates.dedup();
        let known: Vec<_> =
            self.duplicates.iter().filter_map(|key| self.known_name(key.expose())).collect();
        let unknown = known.len() < self.duplicates.len();
        for name in known {
            self.fail(name, Rule::JsonDuplicateKey.breach("must appear once"));
        }
        if unknown {
            let breach = Rule::JsonDuplicateKey.breach("every field must appear once");
            self.failures.push(failure(self.path.clone(), breach));
        }
    }

    fn known_name(&self, name: &str) -> Option<&'static str> {
        self.known.iter().copied().find(|known| *known == name)
    }

    /// Names neither the field nor its value: a secret may have been put in either.
    fn refuse_unread(&mut self) {
        if !self.unread.is_empty() {
            let message = format!(
                "unknown fields: {}; allowed: {}",
                self.unread.len(),
                self.known.join(", ")
            );
            self.failures.push(failure(self.path.clone(), Rule::FieldUnknown.breach(message)));
        }
    }
}

fn failure(field: String, Breach { rule, message }: Breach) -> Failure {
    Failure { rule, field, message }
}
