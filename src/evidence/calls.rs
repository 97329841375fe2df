//! [`CallEvidence`]: the calls that a stack needs, and whether its policies allow each.

use schemars::JsonSchema;
use serde::Serialize;
use verify::permit::{Decision, Verdict};
use verify::{Inventory, Proof};

/// Calls that are needed for one purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CallEvidence {
    /// Who makes them.
    pub who: String,
    /// What they are for.
    pub purpose: String,
    /// The actions.
    pub actions: String,
    /// What they are made on.
    pub on: String,
    /// `allowed`, `not allowed` or `unknown`.
    pub verdict: &'static str,
    /// Why; empty where they are allowed.
    pub reason: String,
}

impl CallEvidence {
    /// Every call that a stack needs.
    pub fn all(proof: &Proof) -> Vec<Self> {
        proof.needed_calls().iter().map(|verdict| Self::of(verdict, proof.inventory())).collect()
    }

    fn of(verdict: &Verdict, inventory: &Inventory) -> Self {
        let actions: Vec<_> = verdict.call.actions.iter().map(|action| &**action).collect();
        let word = match verdict.decision() {
            Decision::Allowed(_) => "allowed",
            Decision::Unknown(_) => "unknown",
            Decision::Denied(_) | Decision::Missing(_) => "not allowed",
        };
        Self {
            who: verdict.callers(),
            purpose: inventory.redacted(&verdict.call.purpose),
            actions: actions.join(if verdict.call.any { " or " } else { ", " }),
            on: verdict.call.on.name(),
            verdict: word,
            reason: inventory.redacted(&verdict.problem().unwrap_or_default()),
        }
    }
}
