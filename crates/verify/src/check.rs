//! [`Check`]: what a rule looks at, and what it says of it.

use std::fmt::{self, Display};
use std::sync::{Arc, OnceLock};

use super::alarm::{Metric, watched};
use super::aws::network::Standing;
use super::inventory::Inventory;
use super::permit::{self, Decision, Subject, Verdict};
use super::place::Place;
use super::planned::Planned::{self, Absent, Known, Unknown};
use super::policy::{Policy, policies};
use super::publisher::{Publisher, publishers};
use super::reach::Reach;
use super::resource::Resource;
use super::rule::Rule;

/// One rule at work on one inventory.
pub struct Check<'a> {
    inventory: &'a Inventory,
    rule: &'static Rule,
    results: Vec<CheckResult<'a>>,
    shared: Arc<Shared<'a>>,
}

/// What is read from an inventory once, for all rules.
#[derive(Default)]
pub(super) struct Shared<'a> {
    policies: OnceLock<Arc<[Policy<'a>]>>,
    watched: OnceLock<Arc<[Metric<'a>]>>,
    publishers: OnceLock<Arc<[Publisher<'a>]>>,
    reach: OnceLock<Arc<Reach<'a>>>,
    needed: OnceLock<Arc<[Verdict<'a>]>>,
}

/// What a rule says of one place.
#[derive(Debug, Clone)]
pub struct CheckResult<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// Where it looked.
    pub place: Place<'a>,
    /// What it saw.
    pub outcome: Outcome,
}

/// What a rule saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Pass,
    /// It does not hold, for this reason.
    Fail(String),
    /// Whether it holds is not known, for this reason: never a pass.
    Unknown(String),
}

impl CheckResult<'_> {
    /// What is wrong or not known, without the place and without what Terraform calls sensitive; nothing where it holds.
    pub fn reason(&self) -> Option<String> {
        match &self.outcome {
            Outcome::Pass => None,
            Outcome::Fail(reason) | Outcome::Unknown(reason) => {
                Some(self.place.discreet(self.place.resource().inventory().concealed(reason)))
            }
        }
    }
}

impl Display for CheckResult<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.place.resource().address())?;
        if !self.place.path().is_empty() {
            write!(f, " {} ({})", self.place.path(), self.place.shown())?;
        }
        match &self.outcome {
            Outcome::Pass => f.write_str(": holds"),
            Outcome::Fail(reason) => write!(f, ": {reason}"),
            Outcome::Unknown(reason) => write!(f, ": not known: {reason}"),
        }
    }
}

impl<'a> Check<'a> {
    /// What a rule says of an inventory.
    pub(super) fn run(rule: &'static Rule, inventory: &'a Inventory, shared: &Arc<Shared<'a>>) -> Vec<CheckResult<'a>> {
        let mut check = Check { inventory, rule, results: Vec::new(), shared: Arc::clone(shared) };
        (rule.check)(&mut check);
        check.results
    }

    /// What is looked at.
    pub fn inventory(&self) -> &'a Inventory {
        self.inventory
    }

    /// The managed resources of one type.
    pub fn all(&self, kind: &str) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        self.inventory.all(kind)
    }

    /// Every IAM policy, wherever it stands.
    pub fn policies(&self) -> Arc<[Policy<'a>]> {
        Arc::clone(self.shared.policies.get_or_init(|| policies(self.inventory).into()))
    }

    /// Every metric that an alarm watches.
    pub fn watched(&self) -> Arc<[Metric<'a>]> {
        Arc::clone(self.shared.watched.get_or_init(|| watched(self.inventory).into()))
    }

    /// Who sends to which topic of the plan.
    pub fn publishers(&self) -> Arc<[Publisher<'a>]> {
        Arc::clone(self.shared.publishers.get_or_init(|| publishers(self.inventory).into()))
    }

    /// Who reaches whom, and the flows that the stack needs.
    pub fn reach(&self) -> Arc<Reach<'a>> {
        let made = || Arc::new(Reach::with_policies(self.inventory, &self.policies()));
        Arc::clone(self.shared.reach.get_or_init(made))
    }

    /// The calls that the stack needs for a subject, and whether each is allowed.
    pub fn needed_calls(&self, subject: Subject) -> impl Iterator<Item = Verdict<'a>> + use<'a> {
        let all = self
            .shared
            .needed
            .get_or_init(|| permit::verdicts(self.inventory, &permit::Permissions::new(self.policies())).into());
        let of_subject: Vec<_> = all.iter().filter(|verdict| verdict.call.subject == subject).cloned().collect();
        of_subject.into_iter()
    }

    /// Each call that the stack needs for a subject must be allowed.
    pub fn expect_allowed(&mut self, subject: Subject) {
        for verdict in self.needed_calls(subject) {
            let place = &verdict.call.place;
            match (verdict.decision(), verdict.problem()) {
                (_, None) => self.pass(place),
                (Decision::Unknown(_), Some(reason)) => self.unknown(place, reason),
                (_, Some(reason)) => self.fail(place, reason),
            }
        }
    }

    /// The managed resources of several types.
    pub fn all_of(&self, kinds: &[&str]) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        self.inventory.all_of(kinds)
    }

    /// It must be so. Not set is not so: say with [`Planned::or`] what holds by default.
    pub fn expect(&mut self, place: &Place<'a>, holds: Planned<bool>, otherwise: impl Display) {
        self.judge(place, holds.or(false), |holds| (!holds).then(|| otherwise.to_string()));
    }

    /// The value must be one that `problem` finds nothing wrong with. One that is known only after the apply is unknown, never a
    /// pass. Of what is not set, nothing is said: say with [`Planned::or`] what holds by default.
    pub fn judge<T>(&mut self, place: &Place<'a>, value: Planned<T>, problem: impl FnOnce(T) -> Option<String>) {
        match value.map(problem) {
            Known(Some(reason)) => self.fail(place, reason),
            Known(None) => self.pass(place),
            Unknown => self.known_later(place),
            Absent => {}
        }
    }

    /// The value is known only after the apply, and with it whether the rule holds.
    pub fn known_later(&mut self, place: &Place<'a>) {
        self.unknown(place, place.known_later());
    }

    /// It must be in two zones or more.
    pub fn expect_span(&mut self, place: &Place<'a>, standing: &Standing<'a>) {
        match (standing.spans(2), standing.alone(), &standing.open) {
            (Known(true), ..) => self.pass(place),
            (_, Some(alone), _) => self.fail(place, alone),
            (_, None, Some(reason)) => self.unknown(place, reason),
            (_, None, None) => self.unknown(place, "it is given no subnet in this plan"),
        }
    }

    /// It holds.
    pub fn pass(&mut self, place: &Place<'a>) {
        self.say(place, Outcome::Pass);
    }

    /// It does not hold.
    pub fn fail(&mut self, place: &Place<'a>, reason: impl Display) {
        self.say(place, Outcome::Fail(reason.to_string()));
    }

    /// Whether it holds cannot be known from the plan.
    pub fn unknown(&mut self, place: &Place<'a>, reason: impl Display) {
        let reason = Some(reason.to_string()).filter(|reason| !reason.is_empty());
        self.say(place, Outcome::Unknown(reason.unwrap_or_else(|| place.known_later())));
    }

    fn say(&mut self, place: &Place<'a>, outcome: Outcome) {
        self.results.push(CheckResult { rule: self.rule, place: place.clone(), outcome });
    }
}
