//! [`Mentions`]: which resources may refer to which, found once, and which do.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;
use serde_json::Value as Json;
use terraform::plan::Mode;
use terraform::value::{Cause, Value};

use super::{IDENTITIES, Inventory, NAMES, ResourceInstance};
use crate::given;
use crate::resolve::Resolver;
use crate::resource::Resource;

/// Who may refer to whom: whoever does is among them, and few others.
#[derive(Debug, Default)]
pub struct Mentions {
    /// By the place of a resource, who has a reference to it.
    references: Vec<Vec<usize>>,
    /// By a text that is the id, ARN or name of a resource, who has it among its values.
    texts: HashMap<String, Vec<usize>>,
    /// By a type and one of its arguments, who has one there of which it is not known what it
    /// refers to.
    incomplete: HashMap<String, HashMap<String, Vec<usize>>>,
}

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

/// Who refers to a resource, and why it may be another one that they mean.
#[derive(Default)]
struct Referrers<'a> {
    known: Vec<Resource<'a>>,
    ambiguous: Option<String>,
}

impl Inventory {
    /// The resources of type `kind` whose `attribute` refers to `target`: `referrers(lb,
    /// "aws_lb_listener", "load_balancer_arn")`.
    pub fn referrers<'a>(
        &'a self,
        target: Resource,
        kind: &str,
        attribute: &str,
    ) -> Vec<Resource<'a>> {
        self.find_referrers(target, kind, attribute).known
    }

    /// As [`Inventory::referrers`], for a proof: nothing may be assumed of which of them refers to
    /// the target.
    ///
    /// # Errors
    /// Why it is not certain who does: where an index chooses, or where nobody is known and
    /// somebody may.
    pub fn proven_referrers<'a>(
        &'a self,
        target: Resource,
        kind: &str,
        attribute: &str,
    ) -> Result<Vec<Resource<'a>>, String> {
        let Referrers { known, ambiguous } = self.find_referrers(target, kind, attribute);
        let incomplete =
            || if known.is_empty() { self.open_referrer(target, kind, attribute) } else { None };
        ambiguous.or_else(incomplete).map_or(Ok(known), Err)
    }

    fn find_referrers<'a>(
        &'a self,
        target: Resource,
        kind: &str,
        attribute: &str,
    ) -> Referrers<'a> {
        let mut referrers = Referrers::default();
        if self.all(kind).next().is_none() {
            return referrers;
        }
        for referrer in self.mentioning(target, kind) {
            let links = referrer.at(attribute).links(target.kind());
            if links.resources().any(|resource| resource.place() == target.place()) {
                referrers.known.push(referrer);
            }
            if let Some(ambiguous) = &links.ambiguous
                && referrers.ambiguous.is_none()
                && ambiguous.among.iter().any(|resource| resource.place() == target.place())
            {
                referrers.ambiguous = Some(ambiguous.to_string());
            }
        }
        referrers
    }

    /// The resources of a type that may refer to another one.
    fn mentioning<'a>(
        &'a self,
        target: Resource,
        kind: &str,
    ) -> impl Iterator<Item = Resource<'a>> {
        let texts = IDENTITIES.iter().chain(&NAMES);
        let places =
            self.mentions_of(target, texts).filter(|place| self.entries[*place].kind() == kind);
        in_order(places).into_iter().map(|place| self.resource(place))
    }

    /// The resources that refer to another one, whatever their type and wherever in them: by a
    /// reference, or by its ARN.
    pub fn mentioned_by<'a>(
        &'a self,
        target: Resource,
    ) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        let places = self.mentions_of(target, &["arn"]).filter(|place| *place != target.place());
        in_order(places).into_iter().map(|place| self.resource(place))
    }

    fn mentions_of<'n>(
        &self,
        target: Resource,
        texts: impl IntoIterator<Item = &'n &'static str>,
    ) -> impl Iterator<Item = usize> {
        let texts =
            texts.into_iter().filter_map(move |name| target.entry.values.get(name)?.as_str());
        let by_text = texts.filter_map(|text| self.mentions.texts.get(text));
        self.mentions.references.get(target.place()).into_iter().chain(by_text).flatten().copied()
    }

    /// Why one of a type may refer to any resource of the target's type.
    fn open_referrer(&self, target: Resource, kind: &str, attribute: &str) -> Option<String> {
        let argument = attribute.split('.').next()?;
        let incomplete = self.mentions.incomplete.get(kind)?.get(argument)?;
        incomplete.iter().find_map(|place| {
            let links = self.resource(*place).at(attribute).links(target.kind());
            (!links.incomplete.is_empty()).then(|| links.reason())
        })
    }
}

fn in_order(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places.dedup();
    places
}
