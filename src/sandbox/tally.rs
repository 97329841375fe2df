//! How far an apply or a destroy has come, tier by tier.

use std::collections::{BTreeMap, BTreeSet};

use super::Event;

/// The resources of an apply or a destroy.
#[derive(Debug, Default)]
pub struct Tally {
    tiers: BTreeMap<String, Tier>,
    waiting: BTreeMap<String, u64>,
}

/// How far one tier has come.
#[derive(Debug, Default)]
struct Tier {
    planned: BTreeSet<String>,
    done: BTreeSet<String>,
}

impl Tally {
    /// Takes one event into account.
    pub fn hear(&mut self, event: &Event) {
        match event {
            Event::Planned(address) => {
                self.tier(address).planned.insert(address.clone());
            }
            Event::Started(address) => {
                self.waiting.insert(address.clone(), 0);
            }
            Event::Waiting(address, seconds) => {
                self.waiting.insert(address.clone(), *seconds);
            }
            Event::Completed(address) => {
                self.waiting.remove(address);
                self.tier(address).done.insert(address.clone());
            }
            Event::Failed(address) => {
                self.waiting.remove(address);
            }
            Event::Refused(_) => {}
        }
    }

    /// Each tier with how many of its planned resources are done, of how many: what is only read
    /// does not count.
    pub fn tiers(&self) -> impl Iterator<Item = (&str, usize, usize)> {
        let tiers = self.tiers.iter().filter(|(_, tier)| !tier.planned.is_empty());
        tiers.map(|(name, tier)| {
            (&**name, tier.planned.intersection(&tier.done).count(), tier.planned.len())
        })
    }

    /// How many resources are done, of how many.
    pub fn total(&self) -> (usize, usize) {
        self.tiers().fold((0, 0), |(done, planned), (_, more, of)| (done + more, planned + of))
    }

    /// The resource that is waited for longest, and for how many seconds.
    pub fn longest_wait(&self) -> Option<(&str, u64)> {
        let longest = self.waiting.iter().max_by_key(|(_, seconds)| **seconds);
        longest.map(|(address, seconds)| (&**address, *seconds))
    }

    fn tier(&mut self, address: &str) -> &mut Tier {
        self.tiers.entry(tier_of(address).to_owned()).or_default()
    }
}

/// The tier is the module; what is in no module belongs to the stack itself.
pub fn tier_of(address: &str) -> &str {
    address.strip_prefix("module.").and_then(|rest| rest.split('.').next()).unwrap_or("stack")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_are_counted_once_in_their_tier_and_the_longest_wait_is_known() {
        let mut tally = Tally::default();
        let (vpc, lb) = ("module.network.aws_vpc.main", "module.application.aws_lb.main");
        for address in [vpc, lb, vpc] {
            tally.hear(&Event::Planned(address.into()));
        }
        tally.hear(&Event::Started(vpc.into()));
        tally.hear(&Event::Started(lb.into()));
        tally.hear(&Event::Waiting(lb.into(), 10));
        for address in [
            vpc,
            "module.network.data.aws_iam_policy_document.s3",
            "data.aws_caller_identity.current",
        ] {
            tally.hear(&Event::Completed(address.into()));
        }
        assert_eq!(tally.tiers().collect::<Vec<_>>(), [("application", 0, 1), ("network", 1, 1)]);
        assert_eq!(tally.total(), (1, 2));
        assert_eq!(tally.longest_wait(), Some((lb, 10)));
        tally.hear(&Event::Failed(lb.into()));
        assert_eq!((tally.total(), tally.longest_wait()), ((1, 2), None));
    }
}
