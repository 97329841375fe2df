//! [`Assumption`]: assumes that one of several instances is meant, where a plan does not show the
//! index.

use std::fmt;

use crate::link::Link;
use crate::resource::Resource;

/// How to get a certain answer.
pub const SEE_SOURCE: &str = "--source reads it from the configuration";

/// That one of several resources is meant: good enough to draw it, no proof that it is this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption<'a> {
    /// The resources it may be.
    pub among: Vec<Resource<'a>>,
    /// Why it is not certain.
    pub(super) why: String,
}

impl<'a> Assumption<'a> {
    /// Of instances among which an index chooses; none where there is nothing to choose.
    pub(super) fn of_index(links: &[Link<'a>]) -> Option<Self> {
        let why = format!(
            "the plan does not show the index by which one of {} is chosen; {SEE_SOURCE}",
            addresses(links)
        );
        let among = resources(links);
        (among.len() > 1).then_some(Self { among, why })
    }
}

impl fmt::Display for Assumption<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

fn resources<'a>(links: &[Link<'a>]) -> Vec<Resource<'a>> {
    let mut all: Vec<Resource> = links.iter().map(|link| link.resource).collect();
    all.dedup();
    all
}

/// The first of some resources, for a person.
pub(super) fn addresses(links: &[Link]) -> String {
    /// Enough to recognise the block.
    const SHOWN: usize = 3;
    let shown: Vec<_> = links.iter().take(SHOWN).map(|link| link.resource.address()).collect();
    let more = if links.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
