//! [`Referrers`]: who refers to a resource, and of which it is not certain who does.

use std::collections::HashMap;

use crate::links::Links;

/// Who of one kind refers by one attribute to the resources of another kind, by their places.
#[derive(Debug, Default)]
pub struct Referrers {
    known: HashMap<usize, Vec<usize>>,
    /// Those that are referred to by an assumption, or may be instead.
    assumed: HashMap<usize, String>,
    /// Why one of the referrers may refer to any resource.
    open: Option<String>,
}

impl Referrers {
    pub fn add(&mut self, referrer: usize, links: &Links) {
        for link in &links.links {
            let referrers = self.known.entry(link.resource.place()).or_default();
            if referrers.last() != Some(&referrer) {
                referrers.push(referrer);
            }
        }
        if let Some(assumed) = &links.assumed {
            for resource in &assumed.among {
                self.assumed.entry(resource.place()).or_insert_with(|| assumed.to_string());
            }
        }
        if self.open.is_none() && !links.open.is_empty() {
            self.open = Some(links.reason());
        }
    }

    /// Who refers to a resource.
    pub fn of(&self, target: usize) -> &[usize] {
        self.known.get(&target).map(Vec::as_slice).unwrap_or_default()
    }

    /// Why it is not certain who does: where an index chooses, or where nobody is known and somebody may.
    pub fn doubt(&self, target: usize) -> Option<&str> {
        let open = self.open.as_ref().filter(|_| self.of(target).is_empty());
        self.assumed.get(&target).or(open).map(String::as_str)
    }
}
