//! Finds, once, which resources may refer to which: by references, by texts, and by what the
//! configuration says that a value comes from.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;
use serde_json::Value as Json;
use terraform::plan::Mode;
use terraform::value::{Cause, Value};

use super::mentions::Mentions;
use super::{Inventory, ResourceInstance};
use crate::given;
use crate::resolve::Resolver;
use crate::resource::Resource;

/// What one resource mentions.
#[derive(Default)]
struct Mentioned<'a> {
    resources: BTreeSet<usize>,
    texts: BTreeSet<&'a str>,
    incomplete: BTreeSet<&'a str>,
}

impl Mentions {
    pub fn of(inventory: &Inventory) -> Self {
        let all: Vec<_> =
            inventory.entries.par_iter().map(|entry| Mentioned::by(inventory, entry)).collect();
        let mut mentions =
            Self { references: vec![Vec::new(); inventory.entries.len()], ..Self::default() };
        for (place, mentioned) in all.into_iter().enumerate() {
            for resource in mentioned.resources {
                mentions.references[resource].push(place);
            }
            for text in mentioned.texts {
                push(&mut mentions.texts, text, place);
            }
            for argument in mentioned.incomplete {
                let kind = inventory.entries[place].kind();
                if let Some(arguments) = mentions.incomplete.get_mut(kind) {
                    push(arguments, argument, place);
                } else {
                    mentions.incomplete.insert(
                        kind.to_owned(),
                        HashMap::from([(argument.to_owned(), vec![place])]),
                    );
                }
            }
        }
        mentions
    }
}

fn push(places: &mut HashMap<String, Vec<usize>>, key: &str, place: usize) {
    match places.get_mut(key) {
        Some(places) => places.push(place),
        None => drop(places.insert(key.to_owned(), vec![place])),
    }
}

impl<'a> Mentioned<'a> {
    fn by(inventory: &'a Inventory, entry: &'a ResourceInstance) -> Self {
        let mut mentioned = Self::default();
        if entry.mode == Mode::Managed {
            let resource = Resource::new(inventory, entry);
            mentioned.add_texts(inventory, &entry.values);
            mentioned.add_references(resource);
            if let Some(Value::Object(configured)) =
                resource.configured().map(|configured| &configured.value)
            {
                configured
                    .iter()
                    .for_each(|(argument, value)| mentioned.add_causes(inventory, argument, value));
            }
        }
        mentioned
    }

    fn add_text(&mut self, inventory: &Inventory, text: &'a str) {
        if inventory.identities.contains_key(text) || inventory.names.contains_key(text) {
            self.texts.insert(text);
        }
    }

    fn add_texts(&mut self, inventory: &Inventory, values: &'a Json) {
        let mut left = vec![values];
        while let Some(value) = left.pop() {
            match value {
                Json::String(text) => self.add_text(inventory, text),
                Json::Array(items) => left.extend(items),
                Json::Object(entries) => left.extend(entries.values()),
                _ => {}
            }
        }
    }

    /// What the plan says that its expressions refer to.
    fn add_references(&mut self, resource: Resource<'a>) {
        let resolver = Resolver::of(resource);
        for (argument, written) in resource.expressions().arguments() {
            for found in resolver.each_expression(written) {
                let ambiguous = found.ambiguous.into_iter().flat_map(|ambiguous| ambiguous.among);
                self.resources.extend(
                    found
                        .links
                        .iter()
                        .map(|link| link.resource)
                        .chain(ambiguous)
                        .map(Resource::place),
                );
                if !found.incomplete.is_empty() {
                    self.incomplete.insert(argument);
                }
            }
        }
    }

    /// What the configuration says that a value comes from.
    fn add_causes(&mut self, inventory: &Inventory, argument: &'a str, value: &'a Value) {
        let mut left = vec![value];
        while let Some(value) = left.pop() {
            if let Some(places) =
                given::name(value).and_then(|name| inventory.given_names.get(&name))
            {
                self.resources.extend(places);
                if !given::is_certain(value) {
                    self.incomplete.insert(argument);
                }
            }
            match value {
                Value::String(text) => self.add_text(inventory, text),
                Value::Template(template) => left.extend(template.holes()),
                Value::Sensitive(inner) => left.push(inner),
                Value::Unknown(unknown) => {
                    for cause in unknown.causes.iter() {
                        let resource = match cause {
                            Cause::Attribute { resource, .. } | Cause::Data { resource, .. } => {
                                inventory.at(resource)
                            }
                            _ => None,
                        };
                        self.resources.extend(resource.map(Resource::place));
                        // What is given from outside names nothing of the stack.
                        let is_open = resource.is_none_or(Resource::is_data)
                            && !matches!(cause, Cause::Variable(_));
                        if is_open || !unknown.is_attribute {
                            self.incomplete.insert(argument);
                        }
                    }
                }
                _ => left.extend(value.children()),
            }
        }
    }
}
