//! `paytf evidence`: what an auditor asks for, from a plan: each requirement and control, the resources that meet it, the attribute
//! and its planned value, the rule that proves it, and its result.

mod controls;
mod page;
mod recovery;
mod requirements;

use serde::Serialize;

pub use page::page;

use controls::{CONTROLS, Control};
use recovery::{RECOVERY, Recovery};
use requirements::{REQUIREMENTS, Requirement};
use verify::report::{Report, Suppressed, ZoneLoss};
use verify::{CheckResult, Outcome, Rule};

/// The version of the JSON format.
const SCHEMA_VERSION: u32 = 1;

/// The evidence that a plan gives.
#[derive(Debug, Serialize)]
pub struct Evidence {
    /// The version of this format.
    pub schema_version: u32,
    /// The version of paytf.
    pub paytf_version: &'static str,
    /// The plan.
    pub plan: PlanIdentity,
    /// Each requirement with its proofs.
    pub requirements: Vec<RequirementEvidence>,
    /// Each mapped control with what its requirements come to.
    pub controls: Vec<ControlEvidence>,
    /// What is left when zones are lost.
    pub zone_loss: ZoneLoss,
    /// What is lost, and how long it takes, for each kind of failure.
    pub recovery: &'static [Recovery],
    /// What someone has decided to live with.
    pub exceptions: Vec<Suppressed>,
}

/// Which plan the evidence is of.
#[derive(Debug, Clone, Serialize)]
pub struct PlanIdentity {
    /// The name of the file.
    pub file: String,
    /// The SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// The version of Terraform that made it.
    pub terraform_version: String,
    /// How many managed resources there will be.
    pub resources: usize,
}

/// One requirement with its proofs.
#[derive(Debug, Serialize)]
pub struct RequirementEvidence {
    /// As `DB-1`.
    pub id: &'static str,
    /// What is required.
    pub text: &'static str,
    /// What proves it besides the plan; empty where the plan is enough.
    pub elsewhere: &'static str,
    /// What its proofs come to.
    pub verdict: Verdict,
    /// The rules that prove it.
    pub proofs: Vec<RuleEvidence>,
}

/// What one rule saw.
#[derive(Debug, Serialize)]
pub struct RuleEvidence {
    /// The rule's id.
    pub rule: &'static str,
    /// What must hold.
    pub title: &'static str,
    /// Where it looked.
    pub places: Vec<PlaceEvidence>,
}

/// One place that a rule looked at.
#[derive(Debug, Serialize)]
pub struct PlaceEvidence {
    /// The address of the resource.
    pub address: String,
    /// The attribute; empty for the whole resource.
    pub attribute: String,
    /// Its planned value; never one that Terraform calls sensitive.
    pub value: String,
    /// What the rule says.
    pub verdict: Verdict,
    /// Why, where it does not hold or is not known.
    pub reason: String,
}

/// One control with what its requirements come to.
#[derive(Debug, Serialize)]
pub struct ControlEvidence {
    /// The control.
    #[serde(flatten)]
    pub control: Control,
    /// What its requirements come to.
    pub verdict: Verdict,
}

/// What proofs come to, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Everything that was looked at holds.
    Met,
    /// The plan has nothing that a rule looks at.
    Absent,
    /// The plan does not tell.
    Unknown,
    /// Something does not hold.
    Failed,
}

impl Evidence {
    /// From what the rules say of a plan.
    pub fn of(plan: PlanIdentity, results: &[CheckResult], report: Report) -> Self {
        let requirements: Vec<_> = REQUIREMENTS
            .iter()
            .map(|requirement| RequirementEvidence::of(requirement, results, report.gaps.is_empty()))
            .collect();
        let verdict =
            |id: &&str| requirements.iter().find(|requirement| requirement.id == *id).map(|found| found.verdict);
        let controls = CONTROLS.map(|control| ControlEvidence {
            verdict: control.requirements.iter().filter_map(verdict).max().unwrap_or(Verdict::Absent),
            control,
        });
        Self {
            schema_version: SCHEMA_VERSION,
            paytf_version: env!("CARGO_PKG_VERSION"),
            plan,
            controls: controls.into(),
            requirements,
            zone_loss: report.zone_loss,
            recovery: &RECOVERY,
            exceptions: report.suppressed,
        }
    }

    /// Whether something does not hold.
    pub fn has_failures(&self) -> bool {
        self.requirements.iter().any(|requirement| requirement.verdict == Verdict::Failed)
    }
}

impl RequirementEvidence {
    fn of(requirement: &Requirement, results: &[CheckResult], is_complete: bool) -> Self {
        let mut proofs: Vec<RuleEvidence> = Vec::new();
        for result in results.iter().filter(|result| result.rule.requirements.contains(&requirement.id)) {
            let place = PlaceEvidence::of(result);
            match proofs.last_mut().filter(|proof| proof.rule == result.rule.id) {
                Some(proof) => proof.places.push(place),
                None => proofs.push(RuleEvidence::beginning(result.rule, place)),
            }
        }
        let places = proofs.iter().flat_map(|proof| &proof.places);
        let of_places = places.map(|place| place.verdict).max().unwrap_or(Verdict::Absent);
        let is_there = requirement.subjects().is_empty()
            || results.iter().any(|result| {
                let proves = result.rule.requirements.contains(&requirement.id);
                proves && requirement.subjects().contains(&result.place.resource().kind())
            });
        // What else the rules looked at does not stand for it.
        let verdict = if is_there { of_places } else { of_places.max(Verdict::Absent) };
        let verdict = if is_complete { verdict } else { verdict.max(Verdict::Unknown) };
        let Requirement { id, text, elsewhere } = *requirement;
        Self { id, text, elsewhere, verdict, proofs }
    }
}

impl RuleEvidence {
    fn beginning(rule: &'static Rule, place: PlaceEvidence) -> Self {
        Self { rule: rule.id, title: rule.title(), places: vec![place] }
    }
}

impl PlaceEvidence {
    fn of(result: &CheckResult) -> Self {
        let verdict = match result.outcome {
            Outcome::Pass => Verdict::Met,
            Outcome::Fail(_) => Verdict::Failed,
            Outcome::Unknown(_) => Verdict::Unknown,
        };
        let attribute = result.place.path().to_owned();
        Self {
            address: result.place.resource().address().to_owned(),
            value: if attribute.is_empty() { String::new() } else { result.place.shown() },
            attribute,
            verdict,
            reason: result.reason().unwrap_or_default(),
        }
    }
}
