//! The zones that a list of subnets covers.

use crate::verify::Planned::Known;
use crate::verify::{Links, Resource};

/// The subnets of a list, as far as the plan tells.
pub struct Spread<'a> {
    subnets: Vec<Resource<'a>>,
    /// How many more there are, which are not part of the plan.
    elsewhere: usize,
    /// Why there may be more.
    open: Vec<String>,
    /// Whether some of them may be filtered out.
    inferred: bool,
}

impl<'a> Spread<'a> {
    /// Of links to subnets.
    pub fn of(links: impl IntoIterator<Item = Links<'a>>) -> Self {
        let mut spread = Self { subnets: Vec::new(), elsewhere: 0, open: Vec::new(), inferred: false };
        for links in links {
            spread.subnets.extend(links.resources());
            spread.elsewhere += links.elsewhere.len();
            spread.inferred |= links.inferred;
            spread.open.extend(links.open);
        }
        spread
    }

    /// What is wrong where they certainly cover less than two zones.
    pub fn too_few(&self) -> Option<String> {
        let is_all = self.open.is_empty();
        match (self.subnets.len() + self.elsewhere, self.zones()) {
            (1, _) if is_all => Some("is one subnet".to_owned()),
            (_, Some(zones)) if is_all && self.elsewhere == 0 && zones.len() == 1 => {
                Some(format!("is all in {}", zones[0]))
            }
            _ => None,
        }
    }

    /// Two subnets that certainly are in the same zone.
    pub fn twice(&self) -> Option<(Resource<'a>, Resource<'a>)> {
        let zone = |subnet: &Resource<'a>| subnet.at("availability_zone").text().known();
        let pairs = self.subnets.iter().enumerate().filter(|_| !self.inferred);
        let mut same = pairs.filter_map(|(place, one)| {
            let other = self.subnets[..place].iter().find(|other| zone(other).is_some() && zone(other) == zone(one))?;
            Some((*other, *one))
        });
        same.next()
    }

    /// Whether all subnets and their zones are known.
    pub fn is_known(&self) -> bool {
        self.open.is_empty() && self.elsewhere == 0 && self.zones().is_some_and(|zones| !zones.is_empty())
    }

    /// Why not all is known.
    pub fn reason(&self) -> String {
        match self.open.first() {
            Some(reason) => reason.clone(),
            None if self.elsewhere > 0 => "subnets that are not part of this plan may lie in any zone".to_owned(),
            None => "the zones of the subnets are known only after the apply".to_owned(),
        }
    }

    /// The zones, if those of all subnets are known.
    fn zones(&self) -> Option<Vec<&'a str>> {
        let zone = |subnet: &Resource<'a>| match subnet.at("availability_zone").text() {
            Known(zone) => Some(zone),
            _ => None,
        };
        let mut zones = self.subnets.iter().map(zone).collect::<Option<Vec<_>>>()?;
        zones.sort_unstable();
        zones.dedup();
        Some(zones)
    }
}
