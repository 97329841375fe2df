//! [`Report`]: what `paytf verify` says of a plan, before it is put into a format.

mod junit;
mod markdown;
mod sarif;
mod text;
mod zone_loss;

use std::collections::HashMap;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use toml::value::Date;

pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
pub use text::text;
pub use zone_loss::{LossCase, ResourceFate, ZoneLoss};

use super::baseline::Baseline;
use super::check::{CheckResult, Outcome};
use super::loss::Loss;
use super::policy_file::{Entry, PolicyFile};
use super::selection::Selection;
use super::{Inventory, Rule, Severity};

/// The version of the JSON format: a reader of 1 can read every report with `"schema_version": 1`. Fields may be added.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// What `paytf verify` says of a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Report {
    /// The version of this format.
    pub schema_version: u32,
    /// The version of paytf.
    pub paytf_version: &'static str,
    /// The version of Terraform that made the plan; empty where the plan does not tell.
    pub terraform_version: String,
    /// How many managed resources there will be.
    pub resources: usize,
    /// Whether the plan destroys everything, so that nothing will be left to look at.
    pub destroys_everything: bool,
    /// Why the plan does not tell of the whole stack, so that it cannot pass: it has targets, leaves changes to a later run, or only
    /// refreshes the state. Empty where it does.
    pub gaps: Vec<String>,
    /// Rules that the policy file turns off, so that they did not look.
    pub off: Vec<&'static str>,
    /// The rules that looked, in their order, with how often each saw that it holds.
    pub rules: Vec<RuleSummary>,
    /// What is wrong, and what is not known.
    pub findings: Vec<Finding>,
    /// What would be among the findings, had nobody decided to live with it.
    pub suppressed: Vec<Suppressed>,
    /// Suppressions whose last day is over: their findings count again, and so do they.
    pub expired: Vec<Entry>,
    /// How many findings the baseline had already, which are left out.
    pub in_baseline: usize,
    /// What is left when zones are lost.
    pub zone_loss: ZoneLoss,
}

/// One rule, and how often it held.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleSummary {
    /// The rule's id.
    pub id: &'static str,
    /// How many places it looked at that are as they should be.
    pub passes: usize,
}

/// Something that is wrong, or not known.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// What the rule's findings mean.
    pub severity: Severity,
    /// Whether it is wrong or not known.
    pub outcome: Verdict,
    /// The address of the resource.
    pub address: String,
    /// The place within it; empty for the whole resource.
    pub path: String,
    /// What the plan says there; never a value that Terraform calls sensitive.
    pub value: String,
    /// What is wrong, or why it is not known.
    pub message: String,
    /// What must hold.
    pub title: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// The requirements that the rule proves.
    pub requirements: &'static [&'static str],
}

/// A finding that someone has decided to live with.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Why, until when, and by which pattern.
    pub by: Entry,
}

/// What is said of findings before they are reported.
#[derive(Debug, Default)]
pub struct Decisions {
    /// Which rules run, and whose unknown results count.
    pub selection: Selection,
    /// What is decided about the stack.
    pub policy: PolicyFile,
    /// What an earlier report already said.
    pub baseline: Baseline,
}

/// Whether something is wrong or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It is wrong.
    Fail,
    /// The plan does not tell: never a pass.
    Unknown,
}

/// The JSON Schema of the JSON format. It allows more fields everywhere, since a later paytf may add some.
pub fn json_schema() -> Schema {
    let open = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("additionalProperties");
    });
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(open);
    settings.into_generator().into_root_schema_for::<Report>()
}

impl Report {
    /// What the rules have said of an inventory, on a day.
    pub fn of(
        inventory: &Inventory,
        rules: &[&'static Rule],
        results: &[CheckResult],
        decisions: &Decisions,
        today: Date,
    ) -> Self {
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
            in_baseline: 0,
            zone_loss: ZoneLoss::of(&Loss::of(inventory)),
        };
        for result in results {
            let finding = Finding::of(result, decisions.policy.severity(result.rule));
            finding.into_iter().for_each(|finding| report.add(finding, decisions, today));
        }
        report
    }

    fn add(&mut self, mut finding: Finding, decisions: &Decisions, today: Date) {
        if finding.outcome == Verdict::Unknown && decisions.selection.denies(finding.rule) {
            finding.outcome = Verdict::Fail;
            finding.message = format!("not known: {}", finding.message);
        }
        match decisions.policy.suppressions.covering(&finding) {
            Some(by) if !by.is_expired(today) => self.suppressed.push(Suppressed { finding, by: by.entry.clone() }),
            _ if decisions.baseline.has(&finding) => self.in_baseline += 1,
            _ => self.findings.push(finding),
        }
    }

    /// Whether nothing counts against the plan.
    pub fn is_clean(&self) -> bool {
        self.failures().next().is_none() && self.expired.is_empty() && self.gaps.is_empty()
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
    /// How often what was seen, as `2,856 checks passed, 14 failed, 0 unknown`.
    fn counts(&self) -> [String; 3] {
        let passed = self.rules.iter().map(|rule| rule.passes).sum();
        let (failed, unknown) = (self.failures().count(), self.unknowns().count());
        [
            format!("{} passed", counted(passed, "check")),
            format!("{} failed", grouped(failed)),
            format!("{} unknown", grouped(unknown)),
        ]
    }
}

fn summaries(rules: &[&'static Rule], results: &[CheckResult]) -> Vec<RuleSummary> {
    let mut passes: HashMap<&str, usize> = HashMap::new();
    for result in results.iter().filter(|result| result.outcome == Outcome::Pass) {
        *passes.entry(result.rule.id).or_default() += 1;
    }
    rules
        .iter()
        .map(|rule| RuleSummary { id: rule.id, passes: passes.get(rule.id).copied().unwrap_or_default() })
        .collect()
}

/// The rules that the policy turns off, and that were not asked for all the same.
fn off(ran: &[&'static Rule], decisions: &Decisions) -> Vec<&'static str> {
    let off = super::rules().map(|rule| rule.id).filter(|id| decisions.policy.is_off(id));
    off.filter(|id| ran.iter().all(|rule| rule.id != *id)).collect()
}

impl Finding {
    fn of(result: &CheckResult, severity: Severity) -> Option<Self> {
        let message = result.reason()?;
        let rule = result.rule;
        Some(Self {
            rule: rule.id,
            severity,
            outcome: if matches!(result.outcome, Outcome::Unknown(_)) { Verdict::Unknown } else { Verdict::Fail },
            address: result.place.resource().address().to_owned(),
            path: result.place.path().to_owned(),
            value: if result.place.path().is_empty() { String::new() } else { result.place.shown() },
            message,
            title: rule.title(),
            fix: rule.fix(),
            requirements: rule.requirements,
        })
    }
}
