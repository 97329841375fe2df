//! Which resources refer to a resource.

use super::{IDENTITIES, Inventory, NAMES};
use crate::resource::Resource;

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
        match self.referrers_and_doubt(target, kind, attribute) {
            (known, None) => Ok(known),
            (_, Some(doubt)) => Err(doubt),
        }
    }

    /// As [`Inventory::referrers`], and why it is not certain who does.
    pub fn referrers_and_doubt<'a>(
        &'a self,
        target: Resource,
        kind: &str,
        attribute: &str,
    ) -> (Vec<Resource<'a>>, Option<String>) {
        let Referrers { known, ambiguous } = self.find_referrers(target, kind, attribute);
        let open =
            || if known.is_empty() { self.open_referrer(target, kind, attribute) } else { None };
        let doubt = ambiguous.or_else(open);
        (known, doubt)
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
