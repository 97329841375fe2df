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

mod find;

use super::link::Link;
use super::resolve::{Assumption, Candidates};
use super::resource::Resource;

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
    /// Set if one of several instances was chosen in a way that a plan does not show: a proof must
    /// not depend on which one it is.
    pub ambiguous: Option<Assumption<'a>>,
    /// Whether these are all instances of a block, but a filter that a plan does not show may have
    /// removed some.
    pub may_be_filtered: bool,
    /// Whether an index chose one from a list whose order and completeness a plan does not show.
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

    /// For a single value: if there are several candidates, notes that it is one of them.
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
