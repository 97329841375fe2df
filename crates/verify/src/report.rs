//! [`Report`]: the result of `paytf verify`, before it is written in a format.

pub mod baseline;
mod finding;
mod flows;
mod github;
mod gitlab;
mod junit;
mod markdown;
mod sarif;
mod text;
mod zone_loss;

use std::collections::{HashMap, HashSet};

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use toml::value::Date;

pub(super) use finding::SCHEMA_VERSION;
pub use finding::{Finding, Verdict};
pub use flows::{Connection, FlowReport, UnreadReport};
pub use github::github;
pub use gitlab::gitlab;
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
pub use text::text;
pub use zone_loss::{LossCase, ResourceFate, ZoneLoss};

use super::check::Outcome;
use super::check_result::CheckResult;
use super::loss::ZoneLossAnalysis;
use super::policy_file::{PolicyFile, SuppressionEntry};
use super::selection::{FailOn, Selection};
use super::{AttributePath, Proof, Rule, Severity};
use baseline::Baseline;

/// What `paytf verify` says of a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report {
    /// The version of this format.
    pub schema_version: u32,
    /// The version of paytf.
    pub paytf_version: &'static str,
    /// The version of Terraform that made the plan; empty where the plan does not show it.
    pub terraform_version: String,
    /// How many managed resources there will be.
    pub resources: usize,
    /// Whether the plan destroys everything, so that nothing will be left to look at.
    pub destroys_everything: bool,
    /// Why the plan is not of the whole stack, so that it cannot pass: it has targets, leaves
    /// changes to a later run, or only refreshes the state. Empty where it does.
    pub gaps: Vec<String>,
    /// Rules that the policy file turns off, so that they did not look.
    pub off: Vec<&'static str>,
    /// The rules that looked, in their order, with how often each saw that it holds.
    pub rules: Vec<RuleSummary>,
    /// What is wrong, and what is not known: errors first, among them what a zone's loss takes;
    /// then warnings; then what is not known.
    pub findings: Vec<Finding>,
    /// What would be among the findings, had nobody decided to live with it.
    pub suppressed: Vec<Suppressed>,
    /// Suppressions whose last day is over: their findings count again, and so do they.
    pub expired: Vec<SuppressionEntry>,
    /// Suppressions that cover no finding, though all their rules looked: what they accepted is
    /// gone, or they name the wrong resource.
    pub unused: Vec<SuppressionEntry>,
    /// How many findings the baseline had already, which are left out.
    pub in_baseline: usize,
    /// What is left when zones are lost.
    pub zone_loss: ZoneLoss,
    /// The flows that the stack needs, and whether each is possible.
    pub flows: Vec<FlowReport>,
    /// What may need other flows, which the plan does not show.
    pub unread: Vec<UnreadReport>,
}

/// One rule, and how often it held.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleSummary {
    /// The rule's id.
    pub id: &'static str,
    /// How many places it looked at that are as they should be.
    pub passes: usize,
    /// How many places it looked at. None: the stack has nothing that it is about.
    pub looked_at: usize,
    /// How many of its findings the baseline had already.
    pub in_baseline: usize,
}

/// A finding that someone has decided to live with.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Why, until when, and by which pattern.
    pub by: SuppressionEntry,
}

/// What the operator decides about rules and findings.
#[derive(Debug, Default)]
pub struct Decisions {
    /// Which rules run, and whose unknown results count.
    pub selection: Selection,
    /// What counts against the plan.
    pub fail_on: FailOn,
    /// What is decided about the stack.
    pub policy: PolicyFile,
    /// What an earlier report already said.
    pub baseline: Baseline,
}

/// The JSON Schema of the JSON format. It allows more fields everywhere, since a later paytf may
/// add some.
pub fn json_schema() -> Schema {
    let open = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("additionalProperties");
    });
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(open);
    settings.into_generator().into_root_schema_for::<Report>()
}

impl Report {
    /// What the rules have said of an inventory, on a day.
    pub fn of(proof: &Proof, rules: &[&'static Rule], decisions: &Decisions, today: Date) -> Self {
        let (inventory, results, reach) = (proof.inventory(), &proof.results, proof.reach());
        let mut report = Self {
            schema_version: SCHEMA_VERSION,
            paytf_version: env!("CARGO_PKG_VERSION"),
            terraform_version: inventory.terraform_version().to_owned(),
            resources: inventory.len(),
            destroys_everything: inventory.is_destroy(),
            gaps: inventory.gaps().to_vec(),
            off: off(rules, decisions),
            rules: summaries(rules, results),
            findings: Vec::new(),
            suppressed: Vec::new(),
            expired: decisions.policy.suppressions.expired(today).cloned().collect(),
            unused: Vec::new(),
            in_baseline: 0,
            zone_loss: ZoneLoss::of(&ZoneLossAnalysis::of(inventory), &reach),
            flows: FlowReport::all(&reach),
            unread: UnreadReport::all(&reach),
        };
        let mut used = HashSet::new();
        for result in results {
            let finding = Finding::of(result, decisions.policy.severity(result.rule));
            finding.into_iter().for_each(|finding| {
                report.add(finding, &result.place, decisions, today, &mut used)
            });
        }
        report.findings.sort_by_key(Finding::rank);
        let suppressed = report.suppressed.iter_mut().map(|suppressed| &mut suppressed.finding);
        finding::mark(report.findings.iter_mut().chain(suppressed));
        report.unused = decisions.unused(rules, &used, today);
        report
    }

    fn add(
        &mut self,
        mut finding: Finding,
        place: &AttributePath,
        decisions: &Decisions,
        today: Date,
        used: &mut HashSet<usize>,
    ) {
        let Decisions { selection, fail_on, policy, baseline } = decisions;
        let is_denied = finding.outcome == Verdict::Unknown
            && (*fail_on == FailOn::Unknown || selection.denies(finding.rule));
        if is_denied {
            finding.outcome = Verdict::Fail;
            finding.message = format!("not known: {}", finding.message);
        }
        let counts = finding.severity == Severity::Error || *fail_on != FailOn::Error;
        finding.fails = is_denied || finding.outcome == Verdict::Fail && counts;
        let covering = policy.suppressions.covering(finding.rule, place);
        used.extend(covering.map(|(place, _)| place));
        match covering {
            Some((_, by)) if !by.is_expired(today) => {
                self.suppressed.push(Suppressed { finding, by: by.entry.clone() });
            }
            _ if baseline.has(&finding) => {
                self.in_baseline += 1;
                let summary = self.rules.iter_mut().find(|summary| summary.id == finding.rule);
                summary.into_iter().for_each(|summary| summary.in_baseline += 1);
            }
            _ => self.findings.push(finding),
        }
    }

    /// Whether nothing counts against the plan.
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|finding| !finding.fails)
            && self.expired.is_empty()
            && self.gaps.is_empty()
    }

    /// What is wrong.
    pub fn failures(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.outcome == Verdict::Fail)
    }

    /// What is not known.
    pub fn unknowns(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.outcome == Verdict::Unknown)
    }
}

/// A number of things, as `1 rule` or `2,856 rules`.
fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {what}{plural}", grouped(count))
}

/// A number with a comma before each three digits, as `2,856`.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let parts: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    parts.join(",")
}

impl Report {
    /// How often what was seen, as `2,856 checks passed`, `14 failed (3 errors, 11 warnings)`, `0
    /// unknown`.
    fn counts(&self) -> [String; 3] {
        let passed = self.rules.iter().map(|rule| rule.passes).sum();
        let (failed, unknown) = (self.failures().count(), self.unknowns().count());
        let errors = self.failures().filter(|finding| finding.severity == Severity::Error).count();
        let kinds = match failed {
            0 => String::new(),
            _ => {
                format!(" ({}, {})", counted(errors, "error"), counted(failed - errors, "warning"))
            }
        };
        [
            format!("{} passed", counted(passed, "check")),
            format!("{} failed{kinds}", grouped(failed)),
            format!("{} unknown", grouped(unknown)),
        ]
    }

    /// How many findings were known already, as a sentence; nothing where there is no baseline, or
    /// it had none of them.
    fn known(&self) -> Option<String> {
        let were = if self.in_baseline == 1 { "was" } else { "were" };
        (self.in_baseline > 0)
            .then(|| format!("{} more {were} in the baseline already.", self.in_baseline))
    }
}

impl Decisions {
    /// The suppressions that cover nothing, of those whose rules looked: what was not looked for
    /// may be there.
    fn unused(
        &self,
        ran: &[&'static Rule],
        used: &HashSet<usize>,
        today: Date,
    ) -> Vec<SuppressionEntry> {
        let is_left_out = |rule: &Rule| {
            ran.iter().all(|other| other.id != rule.id) && !self.selection.selects(rule.id)
        };
        let looked = |entry: &SuppressionEntry| {
            let named =
                |rule: &&Rule| super::rule_name::names(std::slice::from_ref(&entry.rule), rule.id);
            !super::rules().filter(named).any(is_left_out)
        };
        let unused = self.policy.suppressions.iter().enumerate().filter(|(place, suppression)| {
            !used.contains(place) && !suppression.is_expired(today) && looked(&suppression.entry)
        });
        unused.map(|(_, suppression)| suppression.entry.clone()).collect()
    }
}

fn summaries(rules: &[&'static Rule], results: &[CheckResult]) -> Vec<RuleSummary> {
    let mut counts: HashMap<&str, [usize; 2]> = HashMap::new();
    for result in results {
        let [passes, looked_at] = counts.entry(result.rule.id).or_default();
        *passes += usize::from(result.outcome == Outcome::Pass);
        *looked_at += 1;
    }
    let summary = |rule: &&'static Rule| {
        let [passes, looked_at] = counts.get(rule.id).copied().unwrap_or_default();
        RuleSummary { id: rule.id, passes, looked_at, in_baseline: 0 }
    };
    rules.iter().map(summary).collect()
}

/// The rules that the policy turns off, and that were not asked for all the same.
fn off(ran: &[&'static Rule], decisions: &Decisions) -> Vec<&'static str> {
    let off = super::rules().map(|rule| rule.id).filter(|id| decisions.policy.is_off(id));
    off.filter(|id| ran.iter().all(|rule| rule.id != *id)).collect()
}
