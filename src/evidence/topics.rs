//! [`Topic`]: what the rules saw of a stack that paytf did not write, in the rules' own words.

use schemars::JsonSchema;
use serde::Serialize;
use verify::Rule;

use super::sentence::{Folded, Seen, Verdict, fold};

/// The rules of one group.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Topic {
    /// The group.
    pub id: &'static str,
    /// What the group is about.
    pub title: &'static str,
    /// The rules that judged something.
    pub rules: Vec<RuleEvidence>,
    /// The rules that had nothing to judge.
    pub not_assessed: Vec<&'static str>,
}

/// What one rule saw.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleEvidence {
    /// The rule's id.
    pub rule: &'static str,
    /// What must hold.
    pub title: &'static str,
    /// What it comes to.
    pub verdict: Verdict,
    /// How many resources it judged.
    pub resources: usize,
    /// What it judged; identical rows are folded.
    pub rows: Vec<Folded>,
}

/// What each group is about.
const TITLES: [(&str, &str); 14] = [
    ("alarm", "Alarms and notifications"),
    ("aws", "What AWS accepts"),
    ("backup", "Backups"),
    ("destroy", "Destruction, wanted or not"),
    ("encrypt", "Encryption"),
    ("harden", "Hardening"),
    ("iam", "Identities and permissions"),
    ("log", "Logs"),
    ("name", "Names and tags"),
    ("network", "Networks"),
    ("reach", "Who can reach whom"),
    ("scale", "Scaling and deployment"),
    ("secret", "Secrets"),
    ("zone", "Loss of a zone"),
];

impl Topic {
    /// Every topic of which rules ran.
    pub(super) fn all(rules: &[&'static Rule], seen: &Seen) -> Vec<Self> {
        let mut topics: Vec<Self> = Vec::new();
        for rule in rules {
            if topics.last().is_none_or(|topic| topic.id != rule.group()) {
                let title = TITLES
                    .iter()
                    .find(|(id, _)| *id == rule.group())
                    .map_or(rule.group(), |(_, title)| title);
                topics.push(Self {
                    id: rule.group(),
                    title,
                    rules: Vec::new(),
                    not_assessed: Vec::new(),
                });
            }
            let Some(topic) = topics.last_mut() else { continue };
            match RuleEvidence::of(rule, seen) {
                Some(evidence) => topic.rules.push(evidence),
                None => topic.not_assessed.push(rule.id),
            }
        }
        topics
    }
}

impl RuleEvidence {
    fn of(rule: &'static Rule, seen: &Seen) -> Option<Self> {
        let rows: Vec<_> = seen
            .results
            .iter()
            .filter(|result| result.rule.id == rule.id)
            .map(|result| seen.row(result))
            .collect();
        let worst = rows.iter().map(|row| row.verdict).max()?;
        let verdict = if seen.is_complete { worst } else { worst.max(Verdict::Unknown) };
        let mut addresses: Vec<_> = rows.iter().map(|row| row.address.as_str()).collect();
        addresses.sort_unstable();
        addresses.dedup();
        Some(Self {
            rule: rule.id,
            title: rule.title(),
            verdict,
            resources: addresses.len(),
            rows: fold(rows),
        })
    }
}
