//! `paytf evidence`: what auditors ask for, and no more than the plan shows: each requirement,
//! sentence by sentence, with the rules and facts that judged it; each control with what of it is
//! shown and what is missing; what was found, accepted, and not assessed.

mod calls;
mod controls;
mod facts;
mod identity;
mod oscal;
mod page;
mod recovery;
mod requirements;
mod sentence;
mod topics;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use verify::report::{FlowReport, Report, Suppressed, UnreadReport, ZoneLoss};
use verify::{Applies, CheckResult, Outcome, Proof, Rule};

pub use calls::CallEvidence;
pub use controls::{ControlEvidence, Support};
pub use identity::PlanIdentity;
pub use oscal::{OscalError, oscal};
pub use page::page;
pub use recovery::Recovery;
pub use requirements::{Requirement, requirements};
pub use sentence::{Folded, Row, SentenceEvidence, Verdict};
pub use topics::Topic;

use sentence::{Seen, fold};

/// The version of the JSON format. Fields may be added.
const SCHEMA_VERSION: u32 = 2;

/// The evidence that a plan gives.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Evidence {
    /// The version of this format.
    pub schema_version: u32,
    /// The version of paytf.
    pub paytf_version: &'static str,
    /// What was looked at.
    pub plan: PlanIdentity,
    /// Why the plan is not of the whole stack; empty where it does.
    pub gaps: Vec<String>,
    /// paytf's requirements, for a stack that paytf wrote; empty for any other.
    pub requirements: Vec<RequirementEvidence>,
    /// What the rules saw, by topic, for a stack that paytf did not write.
    pub topics: Vec<Topic>,
    /// Each mapped control, with what of it is shown.
    pub controls: Vec<ControlEvidence>,
    /// What fails or is unknown, by rule, and is not accepted: what fails first.
    pub findings: Vec<Folded>,
    /// What is left when zones are lost.
    pub zone_loss: ZoneLoss,
    /// The flows that the stack needs: in the plan, not that AWS does what it documents.
    pub flows: Vec<FlowReport>,
    /// What may need other flows, which the plan does not show.
    pub unread: Vec<UnreadReport>,
    /// The calls that the stack needs: the same.
    pub calls: Vec<CallEvidence>,
    /// What AWS documents for each kind of failure, as far as the plan shows what it rests on.
    pub recovery: Vec<&'static Recovery>,
    /// What someone has decided to live with.
    pub exceptions: Vec<Suppressed>,
    /// Decisions whose last day is over, as `rule on resource, until day: reason`.
    pub expired: Vec<String>,
    /// Rules that the policy file turns off.
    pub off: Vec<&'static str>,
}

/// One requirement, sentence by sentence.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RequirementEvidence {
    /// As `DB-1`.
    pub id: &'static str,
    /// What is required.
    pub text: &'static str,
    /// What proves it besides the plan; empty where the plan is enough.
    pub elsewhere: &'static str,
    /// What its sentences come to.
    pub verdict: Verdict,
    /// Why it is not met; empty where it is.
    pub why: String,
    /// Its sentences.
    pub sentences: Vec<SentenceEvidence>,
}

impl Evidence {
    /// From what the rules say of an inventory.
    pub fn of(plan: PlanIdentity, proof: &Proof, rules: &[&'static Rule], report: Report) -> Self {
        let (inventory, results) = (proof.inventory(), &proof.results[..]);
        let is_complete = report.gaps.is_empty();
        let seen = Seen { inventory, results, suppressed: &report.suppressed, is_complete };
        // paytf's requirements are asked of paytf's stacks only, as its conventions are.
        let is_own = rules.iter().any(|rule| rule.applies == Applies::Paytf);
        let requirements: Vec<_> = match is_own {
            true => requirements()
                .iter()
                .map(|requirement| RequirementEvidence::of(requirement, &seen))
                .collect(),
            false => Vec::new(),
        };
        let findings = results
            .iter()
            .filter(|result| result.outcome != Outcome::Pass)
            .map(|result| seen.row(result));
        Self {
            schema_version: SCHEMA_VERSION,
            paytf_version: env!("CARGO_PKG_VERSION"),
            topics: if is_own { Vec::new() } else { Topic::all(rules, &seen) },
            controls: controls::controls()
                .iter()
                .map(|control| ControlEvidence::of(control, &seen))
                .collect(),
            findings: fold(findings.filter(|row| !row.accepted)),
            recovery: recovery::shown(&requirements),
            requirements,
            plan,
            gaps: report.gaps,
            zone_loss: report.zone_loss,
            flows: report.flows,
            unread: report.unread,
            calls: CallEvidence::all(proof),
            exceptions: report.suppressed,
            expired: report
                .expired
                .iter()
                .map(|it| {
                    format!("{} on {}, until {}: {}", it.rule, it.resource, it.expires, it.reason)
                })
                .collect(),
            off: report.off,
        }
    }

    /// Whether something does not hold that nobody has accepted.
    pub fn has_failures(&self) -> bool {
        let rows = || self.requirements.iter().flat_map(|it| &it.sentences).flat_map(|it| &it.rows);
        self.findings
            .iter()
            .chain(rows())
            .any(|row| row.verdict == Verdict::Failed && !row.accepted)
            || !self.expired.is_empty()
    }
}

impl RequirementEvidence {
    fn of(requirement: &'static Requirement, seen: &Seen) -> Self {
        let Requirement { id, text, elsewhere, sentence } = requirement;
        let mut sentences: Vec<_> =
            sentence.iter().map(|sentence| seen.sentence(sentence)).collect();
        sentences.extend(contradiction(requirement, seen));
        let worst = sentences.iter().max_by_key(|sentence| sentence.verdict);
        let (verdict, why) = match worst {
            None => (Verdict::NotAssessed, "no rule judges it".to_owned()),
            Some(worst) if worst.verdict == Verdict::Met => (Verdict::Met, String::new()),
            Some(worst) => (worst.verdict, format!("{}: {}", worst.text, worst.why)),
        };
        Self { id, text, elsewhere, verdict, why, sentences }
    }
}

/// What other rules say against a requirement that they speak of.
fn contradiction(requirement: &Requirement, seen: &Seen) -> Option<SentenceEvidence> {
    let listed = |rule: &str| {
        requirement.sentence.iter().any(|sentence| sentence.rules.iter().any(|id| id == rule))
    };
    let speaks = |result: &&CheckResult| {
        result.outcome != Outcome::Pass
            && result.rule.requirements.contains(&&*requirement.id)
            && !listed(result.rule.id)
    };
    let rows = fold(seen.results.iter().filter(speaks).map(|result| seen.row(result)));
    let first = rows.first()?;
    let why = format!("{} ({}): {}", first.by, first.addresses.join(", "), first.reason);
    let text = "No other rule speaks against it".to_owned();
    Some(SentenceEvidence { text, verdict: first.verdict, why, rows })
}

/// The JSON Schema of the JSON format. It allows more fields everywhere, since a later paytf may
/// add some.
pub fn json_schema() -> Schema {
    let open = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("additionalProperties");
    });
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(open);
    settings.into_generator().into_root_schema_for::<Evidence>()
}
