//! [`Shared`]: what all rules and the report read from an inventory, computed once.

use std::sync::Arc;

use super::alarm::{Metric, watched};
use super::inventory::Inventory;
use super::permit::{Permissions, Verdict, verdicts};
use super::policy::{Policy, policies};
use super::publisher::{Publisher, publishers};
use super::reach::Reach;

/// What is read from an inventory once, before the rules are asked.
pub struct Shared<'a> {
    pub inventory: &'a Inventory,
    pub policies: Arc<[Policy<'a>]>,
    pub watched: Arc<[Metric<'a>]>,
    pub publishers: Arc<[Publisher<'a>]>,
    pub reach: Arc<Reach<'a>>,
    pub permissions: Arc<Permissions<'a>>,
    pub needed_calls: Arc<[Verdict<'a>]>,
}

impl<'a> Shared<'a> {
    pub fn new(inventory: &'a Inventory) -> Self {
        let policies: Arc<[Policy]> = policies(inventory).into();
        let (reach, (permissions, needed_calls, (watched, publishers))) = rayon::join(
            || Reach::with_policies(inventory, &policies),
            || {
                let permissions = Permissions::new(inventory, Arc::clone(&policies));
                let needed_calls = verdicts(inventory, &permissions);
                (permissions, needed_calls, (watched(inventory), publishers(inventory)))
            },
        );
        Self {
            inventory,
            policies,
            watched: watched.into(),
            publishers: publishers.into(),
            reach: Arc::new(reach),
            permissions: Arc::new(permissions),
            needed_calls: needed_calls.into(),
        }
    }
}
