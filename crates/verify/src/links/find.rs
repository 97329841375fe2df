//! Which resources an attribute refers to: by its value, by what the configuration says, or by the
//! references that the plan lists.

use terraform::plan::Argument;
use terraform::value::{Cause, Unknown as Unresolved, Value};

use super::Links;
use crate::attribute_path::AttributePath;
use crate::given;
use crate::link::Link;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::reference::{Reference, Subject};
use crate::resolve::{Candidates, Resolver, is_handed_on};
use crate::resource::Resource;

impl<'a> AttributePath<'a> {
    /// The resources of type `kind` that a list refers to, or that a text refers to.
    pub fn links(&self, kind: &str) -> Links<'a> {
        self.links_where(|resource| resource.kind() == kind)
    }

    /// The resources of any of the types that a list or a text refers to.
    pub fn links_to(&self, kinds: &[&str]) -> Links<'a> {
        self.links_where(|resource| kinds.contains(&resource.kind()))
    }

    /// Every resource that a list or a text refers to.
    pub fn links_to_any(&self) -> Links<'a> {
        self.links_where(|_| true)
    }

    /// The one resource of type `kind` that a single value refers to: where the expression may mean
    /// several, the one of the same key.
    pub fn link(&self, kind: &str) -> Links<'a> {
        self.link_where(|resource| resource.kind() == kind)
    }

    /// As [`AttributePath::link`], for a value that may refer to one of several types.
    pub fn link_to(&self, kinds: &[&str]) -> Links<'a> {
        self.link_where(|resource| kinds.contains(&resource.kind()))
    }

    /// Whether the expression refers to resources and to nothing else: no variable, local value or
    /// loop, from which more may come. A constant refers to nothing.
    pub fn refers_to_resources_only(&self) -> bool {
        let mut subjects = self.expression.references().iter().map(|text| Reference::parse(text));
        let is_resource = |reference: Option<Reference>| {
            matches!(reference, Some(Reference { subject: Subject::Resource(..), .. }))
        };
        matches!(self.expression, Argument::Expression { .. } | Argument::Block(_))
            && subjects.all(is_resource)
    }

    fn link_where(&self, wanted: impl Fn(Resource<'a>) -> bool + Copy) -> Links<'a> {
        match (self.by_value(wanted), self.configured()) {
            (Some(links), _) => links,
            (None, Some(value)) => self.through(self.of_configured(value, wanted).single(), wanted),
            (None, None) => Links::of(self.found(wanted).pick_one()),
        }
    }

    fn links_where(&self, wanted: impl Fn(Resource<'a>) -> bool + Copy) -> Links<'a> {
        match (self.by_value(wanted), self.configured()) {
            (Some(links), _) => links,
            (None, Some(value)) => self.through(self.of_configured(value, wanted), wanted),
            (None, None) => Links::of(self.found(wanted).pick_same_key()),
        }
    }

    /// An attribute that the configuration sets, as a name, comes from whatever it is made of;
    /// where the expression refers to one resource only, it is that one's all the same.
    fn through(&self, links: Links<'a>, wanted: impl Fn(Resource<'a>) -> bool + Copy) -> Links<'a> {
        let is_nothing = links.links.is_empty() && links.is_complete();
        if !is_nothing || !self.value().is_unknown() {
            return links;
        }
        let found = self.found(|_| true);
        match found.links[..] {
            [Link { resource, .. }] if wanted(resource) => Links::of(found),
            _ => links,
        }
    }

    /// What the plan says that its expression refers to.
    fn found(&self, wanted: impl Fn(Resource<'a>) -> bool + Copy) -> Candidates<'a> {
        Resolver::of(self.resource()).expression(self.expression).filter(wanted)
    }

    /// What a configured value comes from: an element that is unknown for one reason is that
    /// attribute; one that has several reasons may be any of them.
    fn of_configured(
        &self,
        value: &'a Value,
        wanted: impl Fn(Resource<'a>) -> bool + Copy,
    ) -> Links<'a> {
        let mut links = Links::default();
        // With whether it is an element of a list: a text there is meant to name something.
        let mut left = vec![(value, false)];
        while let Some((value, is_listed)) = left.pop() {
            match value {
                Value::Unknown(_) | Value::Template(_)
                    if self.add_called_alike(value, &mut links, wanted) => {}
                Value::Unknown(unknown) => match &unknown.items {
                    Some(items) => left.push((items, is_listed)),
                    None => self.add_causes(unknown, &mut links, wanted),
                },
                Value::Template(template) => {
                    left.extend(template.holes().map(|hole| (hole, false)))
                }
                Value::Sensitive(inner) => left.push((inner, is_listed)),
                Value::String(text) if !text.is_empty() => {
                    match self.resource().inventory().named(text, wanted) {
                        Some(link) => links.add(link),
                        None if is_listed => links.elsewhere.push(text),
                        None => {}
                    }
                }
                Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
                    left.extend(
                        value
                            .children()
                            .map(|item| (item, true))
                            .collect::<Vec<_>>()
                            .into_iter()
                            .rev(),
                    );
                }
                _ => left.extend(
                    value
                        .children()
                        .map(|item| (item, false))
                        .collect::<Vec<_>>()
                        .into_iter()
                        .rev(),
                ),
            }
        }
        links
    }

    /// The resources whose name is the same value, of which a part is given from outside, as
    /// `"${var.app}-tasks"`: whatever the variable is, it names them. Whether there are any.
    fn add_called_alike(
        &self,
        value: &'a Value,
        links: &mut Links<'a>,
        wanted: impl Fn(Resource<'a>) -> bool,
    ) -> bool {
        let inventory = self.resource().inventory();
        let places = given::name(value).and_then(|name| inventory.given_names.get(&name));
        let others = places.into_iter().flatten().map(|place| inventory.resource(*place));
        let mut found = false;
        for resource in others.filter(|other| *other != self.resource() && wanted(*other)) {
            found = true;
            if given::is_certain(value) {
                links.add(Link { resource, attribute: "name".to_owned() });
            } else {
                links.incomplete.push(format!("it may be the name of {}", resource.address()));
            }
        }
        found
    }

    fn add_causes(
        &self,
        unknown: &Unresolved,
        links: &mut Links<'a>,
        wanted: impl Fn(Resource<'a>) -> bool,
    ) {
        let inventory = self.resource().inventory();
        let mut found = Vec::new();
        for cause in unknown.causes.iter() {
            match cause {
                Cause::Attribute { resource, path } | Cause::Data { resource, path } => {
                    match inventory.at(resource) {
                        Some(resource) if wanted(resource) => {
                            found.push(Link { resource, attribute: dotted(path) })
                        }
                        // A pause has its triggers from an expression of its own, which is a plan's
                        // to follow.
                        Some(resource)
                            if is_handed_on(resource, dotted(path).trim_start_matches('.')) =>
                        {
                            let given = Resolver::of(resource)
                                .expression(resource.at("triggers").expression);
                            found.extend(given.filter(&wanted).links.into_iter().take(1));
                        }
                        // A data source may give anything; what another resource gives is not
                        // meant.
                        Some(resource) if !resource.is_data() => {}
                        _ => links
                            .incomplete
                            .push(format!("`{cause}` is known only after the apply")),
                    }
                }
                // What is given from outside names nothing of the stack.
                Cause::Variable(_) => {}
                other => links.incomplete.push(format!("`{other}` is not known")),
            }
        }
        // What is chosen by an attribute is not the resource that has it.
        if !unknown.is_attribute && !found.is_empty() {
            links.is_computed |= found.len() > 1;
            let all: Vec<_> = unknown.causes.iter().map(|cause| format!("`{cause}`")).collect();
            links.incomplete.push(format!(
                "it is computed from {}, and known only after the apply",
                all.join(", ")
            ));
        }
        found.into_iter().for_each(|link| links.add(link));
    }

    /// What a value that is known through and through refers to; `None` where the expression has to
    /// tell.
    fn by_value(&self, wanted: impl Fn(Resource<'a>) -> bool + Copy) -> Option<Links<'a>> {
        if self.has_unknown() {
            return None;
        }
        let texts = match self.value() {
            Unknown => return None,
            Absent => return Some(Links::default()),
            Known(value) if value.is_string() => vec![self.string().known().unwrap_or_default()],
            Known(_) => self.strings().known()?,
        };
        let mut links = Links::default();
        let mut unnamed = Vec::new();
        for text in texts.into_iter().filter(|text| !text.is_empty()) {
            match self.resource().inventory().named(text, wanted) {
                Some(link) => links.add(link),
                None => unnamed.push(text),
            }
        }
        links.elsewhere = unnamed;
        Some(if links.links.is_empty() { self.by_name(links, wanted) } else { links })
    }

    /// A name is known before the resource exists, so it may stand for what the expression refers
    /// to; written out, it may be the name of a resource of the wanted type.
    fn by_name(&self, links: Links<'a>, wanted: impl Fn(Resource<'a>) -> bool + Copy) -> Links<'a> {
        let found = self.found(wanted).pick_same_key();
        let is_ambiguous = found.ambiguous.is_some();
        if !found.links.is_empty() && !is_ambiguous {
            return Links::of(found);
        }
        let mut named = Links::default();
        for text in links.elsewhere {
            match self.resource().inventory().called(text, wanted) {
                Some(link) => named.add(link),
                None => named.elsewhere.push(text),
            }
        }
        // A name that is known is better than an index that is assumed.
        if is_ambiguous && !named.is_complete() { Links::of(found) } else { named }
    }
}

/// `master_user_secret[0].arn` as a path: `master_user_secret.0.arn`.
fn dotted(path: &str) -> String {
    path.replace("[\"", ".").replace("\"]", "").replace('[', ".").replace(']', "")
}
