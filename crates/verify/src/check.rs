//! [`Check`]: what a rule looks at, and its results.

use std::fmt::Display;
use std::sync::Arc;

use super::alarm::Metric;
use super::attribute_path::AttributePath;
use super::aws::network::ZonePlacement;
use super::inventory::Inventory;
use super::permit::{Decision, Permissions, Subject};
use super::planned::Planned::{self, Absent, Known, Unknown};
use super::policy::Policy;
use super::publisher::Publisher;
use super::reach::Reach;
use super::resource::Resource;
use super::shared::Shared;

/// One rule at work on one inventory.
pub struct Check<'a> {
    results: Vec<(AttributePath<'a>, Outcome)>,
    shared: Arc<Shared<'a>>,
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

impl<'a> Check<'a> {
    /// What a rule sees: of each attribute that it looks at, the outcome.
    pub(super) fn run(
        rule: fn(&mut Check),
        shared: &Arc<Shared<'a>>,
    ) -> Vec<(AttributePath<'a>, Outcome)> {
        let mut check = Check { results: Vec::new(), shared: Arc::clone(shared) };
        rule(&mut check);
        check.results
    }

    /// What is looked at.
    pub fn inventory(&self) -> &'a Inventory {
        self.shared.inventory
    }

    /// The managed resources of one type.
    pub fn all(&self, kind: &str) -> impl Iterator<Item = Resource<'a>> + use<'a> {
        self.inventory().all(kind)
    }

    /// Every IAM policy, wherever it is.
    pub fn policies(&self) -> Arc<[Policy<'a>]> {
        Arc::clone(&self.shared.policies)
    }

    /// Every metric that an alarm watches.
    pub fn watched(&self) -> Arc<[Metric<'a>]> {
        Arc::clone(&self.shared.watched)
    }

    /// Who sends to which topic of the plan.
    pub fn publishers(&self) -> Arc<[Publisher<'a>]> {
        Arc::clone(&self.shared.publishers)
    }

    /// Who reaches whom, and the flows that the stack needs.
    pub fn reach(&self) -> Arc<Reach<'a>> {
        Arc::clone(&self.shared.reach)
    }

    /// What the policies of the plan allow.
    pub fn permissions(&self) -> Arc<Permissions<'a>> {
        Arc::clone(&self.shared.permissions)
    }

    /// Each call that the stack needs for a subject must be allowed.
    pub fn expect_allowed(&mut self, subject: Subject) {
        let needed = Arc::clone(&self.shared.needed_calls);
        for verdict in needed.iter().filter(|verdict| verdict.call.subject == subject) {
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
        self.inventory().all_of(kinds)
    }

    /// It must be so. Not set is not so: say with [`Planned::or`] what holds by default.
    pub fn expect(
        &mut self,
        place: &AttributePath<'a>,
        holds: Planned<bool>,
        otherwise: impl Display,
    ) {
        self.judge(place, holds.or(false), |holds| (!holds).then(|| otherwise.to_string()));
    }

    /// The value must be one that `problem` finds nothing wrong with. One that is known only after
    /// the apply is unknown, never a pass. Of what is not set, nothing is said: say with
    /// [`Planned::or`] what holds by default.
    pub fn judge<T>(
        &mut self,
        place: &AttributePath<'a>,
        value: Planned<T>,
        problem: impl FnOnce(T) -> Option<String>,
    ) {
        match value.map(problem) {
            Known(Some(reason)) => self.fail(place, reason),
            Known(None) => self.pass(place),
            Unknown => self.known_later(place),
            Absent => {}
        }
    }

    /// The value is known only after the apply, and with it whether the rule holds.
    pub fn known_later(&mut self, place: &AttributePath<'a>) {
        self.unknown(place, place.known_later());
    }

    /// It must be in two zones or more.
    pub fn expect_span(&mut self, place: &AttributePath<'a>, placement: &ZonePlacement<'a>) {
        match (
            placement.spans(2),
            placement.alone(),
            placement.incomplete.as_ref().or(placement.may_be_fewer.as_ref()),
        ) {
            (Known(true), ..) => self.pass(place),
            (_, Some(alone), _) => self.fail(place, alone),
            (_, None, Some(reason)) => self.unknown(place, reason),
            (_, None, None) => self.unknown(place, "it is given no subnet in this plan"),
        }
    }

    /// Says that the rule holds.
    pub fn pass(&mut self, place: &AttributePath<'a>) {
        self.say(place, Outcome::Pass);
    }

    /// Says that the rule does not hold.
    pub fn fail(&mut self, place: &AttributePath<'a>, reason: impl Display) {
        self.say(place, Outcome::Fail(reason.to_string()));
    }

    /// Whether it holds cannot be known from the plan.
    pub fn unknown(&mut self, place: &AttributePath<'a>, reason: impl Display) {
        let reason = Some(reason.to_string()).filter(|reason| !reason.is_empty());
        self.say(place, Outcome::Unknown(reason.unwrap_or_else(|| place.known_later())));
    }

    fn say(&mut self, place: &AttributePath<'a>, outcome: Outcome) {
        self.results.push((place.clone(), outcome));
    }
}
