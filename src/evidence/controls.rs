//! The controls of frameworks, and the part of each that a plan can show. No plan meets a control:
//! at most, it supports one.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sentence::Seen;
use super::{Row, Verdict};

/// One control.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    framework: String,
    id: String,
    text: String,
    /// What it asks for and no plan shows.
    #[serde(default)]
    beyond: String,
    #[serde(default)]
    aspects: Vec<Aspect>,
}

/// What of a control a plan can show.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aspect {
    text: String,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    facts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    control: Vec<Control>,
}

/// Every control that is mapped.
pub fn controls() -> &'static [Control] {
    static CONTROLS: LazyLock<Vec<Control>> = LazyLock::new(|| {
        // The text is the program's own: a test reads it.
        toml::from_str::<Written>(include_str!("controls.toml"))
            .map(|written| written.control)
            .unwrap_or_default()
    });
    &CONTROLS
}

/// One control, and what the plan shows of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ControlEvidence {
    /// The framework.
    pub framework: &'static str,
    /// The control's number in it.
    pub id: &'static str,
    /// What it asks for, in short.
    pub text: &'static str,
    /// Whether the plan supports it.
    pub support: Support,
    /// What the plan shows.
    pub shown: Vec<&'static str>,
    /// What is missing: what the plan does not show, and what no plan shows.
    pub missing: Vec<String>,
}

/// Whether a plan supports a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Support {
    /// Everything that the control asks for and that can be configured is shown.
    Supports,
    /// Some of it is shown.
    InPart,
    /// Nothing of it is shown, and something of it fails.
    Contradicts,
    /// Nothing of it can be judged.
    NotAssessable,
}

impl ControlEvidence {
    /// What is seen of a control.
    pub(super) fn of(control: &'static Control, seen: &Seen) -> Self {
        let judged: Vec<_> =
            control.aspects.iter().map(|aspect| (aspect, seen.aspect(aspect))).collect();
        let shown: Vec<_> =
            judged.iter().filter(|(_, it)| it.0 == Verdict::Met).map(|(it, _)| &*it.text).collect();
        let missing = judged
            .iter()
            .filter(|(_, it)| it.0 != Verdict::Met)
            .map(|(it, seen)| format!("{}: {}", it.text, seen.1));
        let beyond = Some(&control.beyond).filter(|beyond| !beyond.is_empty()).cloned();
        let missing: Vec<_> = missing.chain(beyond).collect();
        let support = match (shown.is_empty(), missing.is_empty()) {
            (false, true) => Support::Supports,
            (false, false) => Support::InPart,
            (true, _) if judged.iter().any(|(_, it)| it.0 == Verdict::Failed) => {
                Support::Contradicts
            }
            (true, _) => Support::NotAssessable,
        };
        let Control { framework, id, text, .. } = control;
        Self { framework, id, text, support, shown, missing }
    }
}

impl Seen<'_> {
    /// What is seen of an aspect, and why it is not shown.
    fn aspect(&self, aspect: &'static Aspect) -> (Verdict, String) {
        let rows: Vec<Row> =
            self.of_rules(&aspect.rules).chain(self.of_facts(&aspect.facts)).collect();
        let worst = rows.iter().map(|row| row.verdict).max();
        let worst = if self.is_complete {
            worst
        } else {
            worst.map(|verdict| verdict.max(Verdict::Unknown))
        };
        let why = match worst {
            None => "the plan has nothing of the kind",
            Some(Verdict::Failed) => "fails",
            Some(_) => "unknown",
        };
        let failing = rows.iter().find(|row| row.verdict == worst.unwrap_or(Verdict::Met));
        let reason = failing
            .map(|row| format!(" ({}: {})", row.address, row.reason))
            .filter(|_| worst != Some(Verdict::Met));
        (worst.unwrap_or(Verdict::NotShown), format!("{why}{}", reason.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::facts;

    #[test]
    fn every_aspect_names_rules_and_facts_that_exist() {
        let written: Written = toml::from_str(include_str!("controls.toml")).unwrap();
        for aspect in written.control.iter().flat_map(|control| &control.aspects) {
            facts::assert_judged(&aspect.text, &aspect.rules, &aspect.facts);
        }
    }

    #[test]
    fn a_control_without_an_aspect_says_what_it_takes() {
        let silent = controls()
            .iter()
            .filter(|control| control.aspects.is_empty() && control.beyond.is_empty());
        assert_eq!(silent.map(|control| &control.id).collect::<Vec<_>>(), [""; 0]);
        assert!(controls().len() > 40, "{}", controls().len());
    }
}
