//! [`Selection`]: which rules run, and whose unknown results count.

use thiserror::Error;

use super::rule::{Applies, Rule};
use super::rule_name::{is_known, names, nearest};
use super::rules::rules;
use super::{Inventory, Planned, PolicyFile};

/// The modules by which a plan is known as one of paytf's.
const TIERS: [&str; 5] = ["network", "application", "database", "monitoring", "iam"];

/// Ids of rules, or of groups.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these; all where there are none.
    pub only: Vec<String>,
    /// Not these.
    pub skip: Vec<String>,
    /// Of these, what is not known counts as a finding; `unknown` means every rule.
    pub deny: Vec<String>,
    /// Whether paytf's own conventions are checked; left out, where the plan is one of paytf's.
    pub conventions: Option<bool>,
}

/// What counts against a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FailOn {
    /// An error.
    #[default]
    Error,
    /// A warning too.
    Warning,
    /// What is not known too.
    Unknown,
}

/// A word that is neither a rule nor a group.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{option} {word}: no such rule or group{}; `paytf rules` lists them", near(.nearest))]
pub struct UnknownRule {
    option: &'static str,
    word: String,
    nearest: Option<&'static str>,
}

fn near(nearest: &Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("; did you mean {nearest}?"))
}

impl Selection {
    /// The rules to run on an inventory. One that the policy turns off runs where it is asked for
    /// by its own id.
    ///
    /// # Errors
    /// When a word is neither a rule nor a group.
    pub fn rules(
        &self,
        inventory: &Inventory,
        policy: &PolicyFile,
    ) -> Result<Vec<&'static Rule>, UnknownRule> {
        let denied: Vec<_> = self.deny.iter().filter(|word| *word != "unknown").cloned().collect();
        for (option, words) in [("--only", &self.only), ("--skip", &self.skip), ("--deny", &denied)]
        {
            words.iter().try_for_each(|word| known(option, word))?;
        }
        let conventions = self.conventions.unwrap_or_else(|| is_paytfs(inventory));
        let chosen = rules().filter(|rule| {
            self.selects(rule.id)
                && (conventions || rule.applies == Applies::AnyStack)
                && (!policy.is_off(rule.id) || self.only.iter().any(|word| word == rule.id))
        });
        Ok(chosen.collect())
    }

    /// Whether a rule is chosen, and not left out.
    pub(super) fn selects(&self, rule: &str) -> bool {
        (self.only.is_empty() || names(&self.only, rule)) && !names(&self.skip, rule)
    }

    /// That a word is no rule, for whoever asked for it.
    pub fn unknown(option: &'static str, word: &str) -> UnknownRule {
        UnknownRule { option, word: word.to_owned(), nearest: nearest(word) }
    }

    /// Whether what a rule does not know counts as a finding.
    pub fn denies(&self, rule: &str) -> bool {
        self.deny.iter().any(|word| word == "unknown") || names(&self.deny, rule)
    }
}

fn known(option: &'static str, word: &str) -> Result<(), UnknownRule> {
    if is_known(word) { Ok(()) } else { Err(Selection::unknown(option, word)) }
}

/// Whether a plan is of a stack that paytf wrote: by its modules, and by a tag that every resource
/// with tags has.
fn is_paytfs(inventory: &Inventory) -> bool {
    let tagged = inventory
        .all("aws_vpc")
        .any(|vpc| vpc.at("tags_all.Project").string() == Planned::Known("payment-processing"));
    TIERS.iter().all(|tier| inventory.has_module(tier)) && tagged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(only: &[&str], skip: &[&str]) -> Selection {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Selection { only: words(only), skip: words(skip), ..Selection::default() }
    }

    fn ids(selection: &Selection) -> Vec<&'static str> {
        selection
            .rules(&Inventory::default(), &PolicyFile::default())
            .unwrap()
            .iter()
            .map(|rule| rule.id)
            .collect()
    }

    #[test]
    fn a_group_stands_for_its_rules_and_what_is_skipped_does_not_run() {
        let chosen = ids(&selection(&["zone"], &["zone-nat-own-zone"]));
        assert!(chosen.contains(&"zone-service-spans") && !chosen.contains(&"zone-nat-own-zone"));
        assert!(chosen.iter().all(|id| id.starts_with("zone-")));
    }

    #[test]
    fn conventions_of_paytf_are_not_asked_of_other_stacks() {
        assert!(!ids(&Selection::default()).contains(&"zone-three-zones"));
        let asked = Selection { conventions: Some(true), ..Selection::default() };
        assert!(ids(&asked).contains(&"zone-three-zones"));
    }

    #[test]
    fn an_unknown_word_is_refused_with_the_nearest_known_one() {
        let refused = selection(&[], &["zone-nat-own-zones"])
            .rules(&Inventory::default(), &PolicyFile::default())
            .unwrap_err()
            .to_string();
        assert_eq!(
            refused,
            "--skip zone-nat-own-zones: no such rule or group; did you mean zone-nat-own-zone?; \
             `paytf rules` lists them"
        );
    }
}
