//! [`PlanError`]: why a text is not a plan that can be verified.

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::Plan;

/// Why a text is not a plan that can be verified.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PlanError {
    /// Nothing to read.
    #[error("is empty; write a plan into it: terraform plan -out=tfplan && terraform show -json tfplan")]
    Empty,
    /// The file that `terraform plan -out` writes.
    #[error("is Terraform's binary plan; give its JSON: terraform show -json FILE | paytf verify -")]
    Binary,
    /// What PowerShell 5 makes of any text that is redirected.
    #[error(
        "is UTF-16, as PowerShell's > writes it; write UTF-8: terraform show -json tfplan | Set-Content -Encoding utf8 plan.json"
    )]
    Utf16,
    /// The events of `terraform plan -json`.
    #[error(
        "is the log of `terraform plan -json`; give the plan: terraform plan -out=tfplan && terraform show -json tfplan"
    )]
    Events,
    /// A state: what `terraform show -json` prints of it, or the file itself. [`State::parse`](crate::State::parse) reads it.
    #[error("is a state, not a plan: terraform plan -out=tfplan && terraform show -json tfplan")]
    State,
    /// A state that holds nothing.
    #[error("is a state without a resource: nothing is deployed of which something could be proved")]
    EmptyState,
    /// A state file of another version than Terraform writes today.
    #[error(
        "is a state file of version {0}; paytf reads version 4, which Terraform 0.12 and later write: terraform show -json > state.json"
    )]
    StateVersion(u64),
    /// What the wrapper of `hashicorp/setup-terraform` adds to what Terraform prints.
    #[error(
        "is what the wrapper of hashicorp/setup-terraform prints around the plan; switch it off: `terraform_wrapper: false` under `with:` of the step that sets Terraform up"
    )]
    Wrapped,
    /// A plan with other lines before or after it.
    #[error("holds a plan, with other output {0} it; write the plan alone: terraform show -json tfplan > plan.json")]
    Mixed(&'static str),
    /// JSON, but of something else.
    #[error(
        "is JSON, but not a Terraform plan: it has no `{0}`; make one: terraform plan -out=tfplan && terraform show -json tfplan"
    )]
    Foreign(&'static str),
    /// A later format of plans.
    #[error("has the plan format {0}; paytf understands 1.x, which Terraform 0.12 to 1.x and OpenTofu write")]
    Format(String),
    /// A plan that Terraform could not finish.
    #[error(
        "is the plan of a run that failed, so it does not say what will exist; mend what `terraform plan` reports, and plan again"
    )]
    Errored,
    /// Not JSON, cut off, too deep, or with values of the wrong type.
    #[error("cannot be read as a Terraform plan: {0}")]
    Json(String),
}

impl PlanError {
    /// A plan with other lines around it: those of the wrapper of GitHub's action, or of anything else.
    fn mixed(text: &[u8]) -> Option<Self> {
        let is_plan = |text: &[u8]| {
            let mut values = serde_json::Deserializer::from_slice(text).into_iter::<Value>();
            let plan = values.next().and_then(Result::ok).filter(|value| value.get("format_version").is_some());
            plan.map(|_| values.byte_offset())
        };
        let begin = if text.trim_ascii_start().starts_with(b"{") {
            0
        } else {
            text.windows(2).position(|pair| pair == b"\n{")? + 1
        };
        let (before, plan) = text.split_at(begin);
        let after = &plan[is_plan(plan)?..];
        let of_wrapper = before.starts_with(b"[command]") || after.windows(2).any(|pair| pair == b"::");
        match (before.trim_ascii().is_empty(), after.trim_ascii().is_empty()) {
            (true, true) => None,
            _ if of_wrapper => Some(Self::Wrapped),
            (false, _) => Some(Self::Mixed("before")),
            (true, false) => Some(Self::Mixed("behind")),
        }
    }

    /// What else a text may be; only asked once it is known not to be a plan, since a second reading costs as much.
    pub(super) fn of(text: &[u8], error: &serde_json::Error) -> Self {
        #[derive(Deserialize)]
        struct Shape {
            format_version: Option<serde::de::IgnoredAny>,
            #[serde(rename = "@level")]
            level: Option<serde::de::IgnoredAny>,
            /// Every state file has one, to tell it from those of other stacks.
            lineage: Option<serde::de::IgnoredAny>,
        }
        if let Some(mixed) = Self::mixed(text) {
            return mixed;
        }
        let first = serde_json::Deserializer::from_slice(text).into_iter::<Shape>().next();
        match first {
            Some(Ok(Shape { level: Some(_), .. })) => PlanError::Events,
            Some(Ok(Shape { lineage: Some(_), .. })) => PlanError::State,
            Some(Ok(Shape { format_version: None, .. })) => PlanError::Foreign("format_version"),
            _ => {
                let place =
                    serde_path_to_error::deserialize::<_, Plan>(&mut serde_json::Deserializer::from_slice(text));
                PlanError::Json(place.err().map_or_else(|| error.to_string(), |error| error.to_string()))
            }
        }
    }
}
