//! [`Links`]: which resources a value refers to, followed through variables, modules and their
//! outputs.
//!
//! A value that is known names its resource exactly: by id, ARN or name. Of one that is known after
//! the apply, the plan lists the references in its expression, but neither indexes that are
//! computed nor what filters a list: where a reference is to a block with several instances, the
//! instance of the same key is taken for a single value, and every instance for a list.
//!
//! Of a single value that is an assumption, and no proof may rest on it, where the key is a number:
//! `x[count.index]`, `x[(count.index + 1) % 3]` and `element(x, count.index)` look alike in a plan.
//! A name has no arithmetic, so the plain `x[each.key]` is certain by convention, unless something
//! else is used that may make another of it, as in `x[var.next[each.key]]`. What no plan shows at
//! all is what takes elements out of a whole list: `slice(x[*].id, 0, 1)` and `[for s in x : s.id
//! if …]` look like `x[*].id`. With `--source` the configuration is evaluated, and all of this is
//! exact.

use std::collections::HashMap;

use super::attribute_path::AttributePath;
use super::given;
use super::inventory::Inventory;
use super::planned::Planned::{Absent, Known, Unknown};
use super::reference::{Reference, Subject};
use terraform::plan::Argument;
use terraform::value::{Cause, Unknown as Unresolved, Value};

use super::resolve::{Assumption, Candidates, Resolver, is_handed_on};
use super::resource::Resource;

/// One resource that a value refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'a> {
    /// The resource.
    pub resource: Resource<'a>,
    /// The attribute of it that is used, as `arn`; empty where the plan does not show it.
    pub attribute: String,
}

/// What a value refers to.
#[derive(Debug, Clone, Default)]
pub struct Links<'a> {
    /// The resources, in the order of the value.
    pub links: Vec<Link<'a>>,
    /// Known values that name no resource of the plan: something that exists elsewhere.
    pub elsewhere: Vec<&'a str>,
    /// Why there may be more, or why it is not certain which of several it is; empty where nothing
    /// is open.
    pub incomplete: Vec<String>,
    /// That one of several instances was chosen by what a plan does not show: no proof may rest on
    /// which it is.
    pub ambiguous: Option<Assumption<'a>>,
    /// Whether all instances of a block stand for a list, from which a filter, which a plan does
    /// not show, may take some away.
    pub may_be_filtered: bool,
    /// Whether an index picks one of a list, of which a plan does not show that nothing was taken
    /// out or moved.
    pub is_picked: bool,
    /// Whether a value is computed from several of the resources, of which it may leave some out.
    pub is_computed: bool,
}

impl<'a> Links<'a> {
    /// The resources.
    pub fn resources(&self) -> impl Iterator<Item = Resource<'a>> {
        self.links.iter().map(|link| link.resource)
    }

    /// The one resource, if it is exactly one and nothing is open.
    pub fn one(&self) -> Option<Resource<'a>> {
        match self.links[..] {
            [Link { resource, .. }] if self.incomplete.is_empty() => Some(resource),
            _ => None,
        }
    }

    /// The one resource for a proof: exactly one, nothing is open, and nothing is assumed.
    ///
    /// # Errors
    /// Why it is not certain.
    pub fn proven(&self) -> Result<Resource<'a>, String> {
        match (self.one(), &self.ambiguous) {
            (Some(resource), None) => Ok(resource),
            _ => Err(self.reason()),
        }
    }

    /// Whether all is found: no value names something elsewhere, and nothing is open.
    pub fn is_complete(&self) -> bool {
        self.elsewhere.is_empty() && self.incomplete.is_empty()
    }

    /// Why it is not complete or not certain, for a person.
    pub fn reason(&self) -> String {
        let elsewhere =
            self.elsewhere.iter().map(|value| format!("{value} is not part of this plan"));
        let ambiguous = self.ambiguous.iter().map(ToString::to_string);
        let reasons: Vec<_> =
            self.incomplete.iter().cloned().chain(elsewhere).chain(ambiguous).collect();
        const MOST: usize = 3;
        match reasons.len() {
            0 => "it refers to no such resource here".to_owned(),
            all if all > MOST => {
                format!("{}; and {} more", reasons[..MOST].join("; "), all - MOST)
            }
            _ => reasons.join("; "),
        }
    }

    fn of(found: Candidates<'a>) -> Self {
        let found = found.without_repetitions();
        let mut links = Self {
            incomplete: found.incomplete,
            ambiguous: found.ambiguous,
            may_be_filtered: found.may_be_filtered,
            is_picked: found.is_picked,
            ..Self::default()
        };
        for link in found.links {
            links.add(link);
        }
        links
    }

    /// For a single value: where there are several, it is one of them.
    fn single(mut self) -> Self {
        if self.links.len() > 1 && self.incomplete.is_empty() {
            let all: Vec<_> =
                self.resources().map(|resource| resource.address().to_owned()).collect();
            self.incomplete.push(format!("it names {}", all.join(" and ")));
        }
        self
    }

    fn add(&mut self, link: Link<'a>) {
        if !self.links.contains(&link) {
            self.links.push(link);
        }
    }
}

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

impl Inventory {
    /// The resource whose id or ARN a value is.
    fn named<'a>(&'a self, text: &str, wanted: impl Fn(Resource<'a>) -> bool) -> Option<Link<'a>> {
        let resource = self.first(&self.identities, text, wanted)?;
        let is_arn = resource.at("arn").string() == Known(text);
        Some(Link { resource, attribute: if is_arn { "arn" } else { "id" }.to_owned() })
    }

    /// The resource whose id, ARN or name a text is.
    pub(crate) fn named_or_called<'a>(&'a self, text: &str) -> Option<Link<'a>> {
        self.named(text, |_| true).or_else(|| self.called(text, |resource| !resource.is_data()))
    }

    /// The resource whose name a value is.
    fn called<'a>(&'a self, text: &str, wanted: impl Fn(Resource<'a>) -> bool) -> Option<Link<'a>> {
        let resource = self.first(&self.names, text, wanted)?;
        Some(Link { resource, attribute: "name".to_owned() })
    }

    fn first<'a>(
        &'a self,
        index: &HashMap<String, Vec<usize>>,
        text: &str,
        wanted: impl Fn(Resource<'a>) -> bool,
    ) -> Option<Resource<'a>> {
        let places = index.get(text).map(Vec::as_slice).unwrap_or_default();
        places.iter().map(|place| self.resource(*place)).find(|resource| wanted(*resource))
    }
}
