//! [`Finding`]: something that is wrong, or unknown.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_128;

use crate::Severity;
use crate::check::Outcome;
use crate::check_result::CheckResult;
use crate::location::Location;

/// The version of the JSON format: a reader of 1 can read every report with `"schema_version": 1`.
/// Fields may be added.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// Something that is wrong, or not known.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// What the rule's findings mean.
    pub severity: Severity,
    /// Whether it is wrong or not known.
    pub outcome: Verdict,
    /// Whether it counts against the plan, so that the exit code is 1.
    pub fails: bool,
    /// The address of the resource.
    pub address: String,
    /// The place within it; empty for the whole resource.
    pub path: String,
    /// What the plan says there; never a value that Terraform calls sensitive.
    pub value: String,
    /// Where it is written; none where no configuration is available.
    pub location: Option<Location>,
    /// What stays the same as long as rule, resource and place do, whatever is written before it:
    /// by this a service knows a finding again.
    pub fingerprint: String,
    /// What is wrong, or why it is not known.
    pub message: String,
    /// What must hold.
    pub title: &'static str,
    /// What to do.
    pub fix: &'static str,
    /// The requirements that the rule proves.
    pub requirements: &'static [&'static str],
}

/// Whether something is wrong or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It is wrong.
    Fail,
    /// The plan does not show: never a pass.
    Unknown,
}

impl Finding {
    pub(super) fn of(result: &CheckResult, severity: Severity) -> Option<Self> {
        let message = result.reason()?;
        let rule = result.rule;
        Some(Self {
            rule: rule.id,
            severity,
            outcome: if matches!(result.outcome, Outcome::Unknown(_)) {
                Verdict::Unknown
            } else {
                Verdict::Fail
            },
            fails: false,
            location: Location::of(&result.place),
            fingerprint: String::new(),
            address: result.place.resource().address().to_owned(),
            path: result.place.path().to_owned(),
            value: if result.place.path().is_empty() {
                String::new()
            } else {
                result.place.shown()
            },
            message,
            title: rule.title(),
            fix: rule.fix(),
            requirements: rule.requirements,
        })
    }

    /// The resource and the place within it, as `aws_lb.app.subnets`.
    pub(super) fn place(&self) -> String {
        let dot = if self.path.is_empty() { "" } else { "." };
        format!("{}{dot}{}", self.address, self.path)
    }

    /// Its place among the others: errors first, and first among these the losses of a zone; then
    /// warnings; then unknowns.
    pub(super) fn rank(&self) -> (u8, bool) {
        let class = match (self.outcome, self.severity) {
            (Verdict::Fail, Severity::Error) => 0,
            (Verdict::Fail, Severity::Warning) => 1,
            (Verdict::Unknown, _) => 2,
        };
        (class, !self.rule.starts_with("zone-"))
    }
}

/// Gives each finding its fingerprint. Several of one rule at one place are told apart by their
/// order.
pub(super) fn mark<'a>(findings: impl Iterator<Item = &'a mut Finding>) {
    let mut seen: HashMap<u128, usize> = HashMap::new();
    for finding in findings {
        let hash = xxh3_128(format!("{} {}", finding.rule, finding.place()).as_bytes());
        let count = seen.entry(hash).or_default();
        *count += 1;
        finding.fingerprint = format!("{hash:032x}:{count}");
    }
}
