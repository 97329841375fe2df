//! [`Proof`]: the results of rules on an inventory, and what they read from it.

use std::sync::Arc;

use rayon::prelude::*;

use super::check::Check;
use super::check_result::CheckResult;
use super::inventory::Inventory;
use super::permit::Verdict;
use super::reach::Reach;
use super::rule::Rule;
use super::shared::Shared;

/// The results of rules on an inventory.
pub struct Proof<'a> {
    /// What each says, in the order of the rules.
    pub results: Vec<CheckResult<'a>>,
    shared: Arc<Shared<'a>>,
}

impl<'a> Proof<'a> {
    /// All cores ask: the rules are independent of each other, and nothing that they look at
    /// changes.
    pub fn of(inventory: &'a Inventory, rules: impl IntoIterator<Item = &'static Rule>) -> Self {
        let (rules, shared) = (Vec::from_iter(rules), Arc::new(Shared::new(inventory)));
        let results = |rule: &'static Rule| {
            let results = Check::run(rule.check, &shared).into_iter();
            results.map(move |(place, outcome)| CheckResult { rule, place, outcome })
        };
        let results = rules.into_par_iter().flat_map_iter(results).collect();
        Self { results, shared }
    }

    /// What was looked at.
    pub fn inventory(&self) -> &'a Inventory {
        self.shared.inventory
    }

    /// The calls that the stack needs, and whether each is allowed.
    pub fn needed_calls(&self) -> Arc<[Verdict<'a>]> {
        Arc::clone(&self.shared.needed_calls)
    }

    /// The flows between resources.
    pub(crate) fn reach(&self) -> Arc<Reach<'a>> {
        Arc::clone(&self.shared.reach)
    }
}
