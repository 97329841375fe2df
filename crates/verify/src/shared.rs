//! [`Shared`]: what is read from an inventory once, for all rules and the report.

use std::sync::{Arc, OnceLock};

use super::alarm::{Metric, watched};
use super::inventory::Inventory;
use super::permit::{Permissions, Verdict, verdicts};
use super::policy::{Policy, policies};
use super::publisher::{Publisher, publishers};
use super::reach::Reach;

/// What is read from an inventory once: whoever asks first reads it.
pub struct Shared<'a> {
    pub inventory: &'a Inventory,
    policies: OnceLock<Arc<[Policy<'a>]>>,
    watched: OnceLock<Arc<[Metric<'a>]>>,
    publishers: OnceLock<Arc<[Publisher<'a>]>>,
    reach: OnceLock<Arc<Reach<'a>>>,
    needed_calls: OnceLock<Arc<[Verdict<'a>]>>,
}

impl<'a> Shared<'a> {
    pub fn new(inventory: &'a Inventory) -> Self {
        Self {
            inventory,
            policies: OnceLock::new(),
            watched: OnceLock::new(),
            publishers: OnceLock::new(),
            reach: OnceLock::new(),
            needed_calls: OnceLock::new(),
        }
    }

    pub fn policies(&self) -> Arc<[Policy<'a>]> {
        Arc::clone(self.policies.get_or_init(|| policies(self.inventory).into()))
    }

    pub fn watched(&self) -> Arc<[Metric<'a>]> {
        Arc::clone(self.watched.get_or_init(|| watched(self.inventory).into()))
    }

    pub fn publishers(&self) -> Arc<[Publisher<'a>]> {
        Arc::clone(self.publishers.get_or_init(|| publishers(self.inventory).into()))
    }

    pub fn reach(&self) -> Arc<Reach<'a>> {
        Arc::clone(self.reach.get_or_init(|| Arc::new(Reach::with_policies(self.inventory, &self.policies()))))
    }

    pub fn needed_calls(&self) -> Arc<[Verdict<'a>]> {
        let decided = || verdicts(self.inventory, &Permissions::new(self.inventory, self.policies())).into();
        Arc::clone(self.needed_calls.get_or_init(decided))
    }
}
