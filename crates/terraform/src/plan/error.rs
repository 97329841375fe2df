//! [`PlanError`]: why a text is not a plan that can be verified.

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::Plan;

/// Why a text is not a plan that can be verified.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum PlanError {
    /// Nothing to read.
    #[error(
        "is empty: the command that was to write it printed nothing, or failed; write a plan into \
         it: terraform plan -out=tfplan && terraform show -json tfplan"
    )]
    Empty,
    /// What Terraform prints for people.
    #[error(
        "is what Terraform prints for people, not the plan; add -json: terraform plan -out=tfplan \
         && terraform show -json tfplan"
    )]
    Printed,
    /// A file of a configuration.
    #[error(
        "is a Terraform configuration, not a plan; give its folder instead, or plan it: terraform \
         plan -out=tfplan && terraform show -json tfplan"
    )]
    Configuration,
    /// The file that `terraform plan -out` writes.
    #[error("is Terraform's binary plan; give its JSON: terraform show -json FILE > plan.json")]
    Binary,
    /// A compressed file.
    #[error("is compressed with gzip; decompress it first: gunzip -c FILE | paytf verify -")]
    Compressed,
    /// What PowerShell 5 makes of any text that is redirected.
    #[error(
        "is UTF-16, as PowerShell's > writes it; write UTF-8: terraform show -json tfplan | \
         Set-Content -Encoding utf8 plan.json"
    )]
    Utf16,
    /// The events of `terraform plan -json`.
    #[error(
        "is the log of `terraform plan -json`; give the plan: terraform plan -out=tfplan && \
         terraform show -json tfplan"
    )]
    Events,
    /// A state: what `terraform show -json` prints of it, or the file itself.
    /// [`State::parse`](crate::state::State::parse) reads it.
    #[error("is a state, not a plan: terraform plan -out=tfplan && terraform show -json tfplan")]
    State,
    /// A state that holds nothing.
    #[error(
        "is a state without a resource: nothing is deployed of which something could be proved"
    )]
    EmptyState,
    /// A state file of another version than Terraform writes today.
    #[error(
        "is a state file of version {0}; version 4 is read, which Terraform 0.12 and later write: \
         terraform show -json > state.json"
    )]
    StateVersion(u64),
    /// What the wrapper of `hashicorp/setup-terraform` adds to what Terraform prints.
    #[error(
        "is what the wrapper of hashicorp/setup-terraform prints around the plan; switch it off: \
         `terraform_wrapper: false` under `with:` of the step that sets Terraform up"
    )]
    Wrapped,
    /// A plan with other lines before or after it.
    #[error(
        "holds a plan, with other output {0} it; write the plan alone: terraform show -json \
         tfplan > plan.json"
    )]
    Mixed(&'static str),
    /// JSON, but of something else.
    #[error(
        "is JSON, but not a Terraform plan: it has no `{0}`; make one: terraform plan -out=tfplan \
         && terraform show -json tfplan"
    )]
    Foreign(&'static str),
    /// JSON, but no object.
    #[error(
        "is JSON, but {0}, and a Terraform plan is one object; make one: terraform plan \
         -out=tfplan && terraform show -json tfplan"
    )]
    NoObject(&'static str),
    /// A later format of plans.
    #[error(
        "has the plan format {0}; 1.x is understood, which Terraform 0.12 to 1.x and OpenTofu \
         write"
    )]
    Format(String),
    /// A plan that Terraform could not finish.
    #[error(
        "is the plan of a run that failed, so it does not say what will exist; fix what \
         `terraform plan` reports, and plan again"
    )]
    Errored,
    /// Not JSON, cut off, too deep, or with values of the wrong type.
    #[error("cannot be read as a Terraform plan: {0}")]
    Json(String),
}

impl PlanError {
    /// A plan with other lines around it: those of the wrapper of GitHub's action, or of anything
    /// else.
    fn mixed(text: &[u8]) -> Option<Self> {
        let is_plan = |text: &[u8]| {
            let mut values = serde_json::Deserializer::from_slice(text).into_iter::<Value>();
            let plan = values
                .next()
                .and_then(Result::ok)
                .filter(|value| value.get("format_version").is_some());
            plan.map(|_| values.byte_offset())
        };
        let begin = if text.trim_ascii_start().starts_with(b"{") {
            0
        } else {
            text.windows(2).position(|pair| pair == b"\n{")? + 1
        };
        let (before, plan) = text.split_at(begin);
        let after = &plan[is_plan(plan)?..];
        let of_wrapper =
            before.starts_with(b"[command]") || after.windows(2).any(|pair| pair == b"::");
        match (before.trim_ascii().is_empty(), after.trim_ascii().is_empty()) {
            (true, true) => None,
            _ if of_wrapper => Some(Self::Wrapped),
            (false, _) => Some(Self::Mixed("before")),
            (true, false) => Some(Self::Mixed("behind")),
        }
    }

    /// What else a text may be; only asked once it is known not to be a plan, since a second
    /// reading costs as much.
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
        let start = String::from_utf8_lossy(text.get(..START).unwrap_or(text));
        if is_configuration(&start) {
            return Self::Configuration;
        }
        if is_printed(&start) {
            return Self::Printed;
        }
        let first = serde_json::Deserializer::from_slice(text).into_iter::<Shape>().next();
        match first {
            Some(Ok(Shape { level: Some(_), .. })) => PlanError::Events,
            Some(Ok(Shape { lineage: Some(_), .. })) => PlanError::State,
            Some(Ok(Shape { format_version: None, .. })) => PlanError::Foreign("format_version"),
            _ => {
                let place = serde_path_to_error::deserialize::<_, Plan>(
                    &mut serde_json::Deserializer::from_slice(text),
                );
                PlanError::Json(
                    place.err().map_or_else(|| error.to_string(), |error| error.to_string()),
                )
            }
        }
    }
}

/// What a value is called.
pub(super) fn what(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// So much of a text tells what it is.
const START: usize = 1 << 16;

/// Whether the first line that says anything begins a block of Terraform's native syntax.
fn is_configuration(text: &str) -> bool {
    const BLOCKS: [&str; 12] = [
        "check",
        "data",
        "import",
        "locals",
        "module",
        "moved",
        "output",
        "provider",
        "removed",
        "resource",
        "terraform",
        "variable",
    ];
    let mut lines = text.lines().map(str::trim_start);
    let first = lines.find(|line| !(line.is_empty() || line.starts_with(['#', '/', '*'])));
    first.and_then(|line| line.split_once(' ')).is_some_and(|(word, rest)| {
        BLOCKS.contains(&word)
            && (rest.trim_start().starts_with('"') || rest.trim_start().starts_with('{'))
    })
}

/// Whether a text has one of the sentences that `terraform plan` and `terraform show` print around
/// or above changes, with or without colours; OpenTofu has its own name in the first two.
fn is_printed(text: &str) -> bool {
    const SENTENCES: [&str; 6] = [
        " used the selected providers to generate",
        " will perform the following actions:",
        "No changes. ",
        " will be created",
        " will be updated in-place",
        "Refreshing state...",
    ];
    let is_state = |line: &str| line.starts_with("# ") && line.ends_with(':');
    SENTENCES.iter().any(|sentence| text.contains(sentence))
        || text.trim_start().lines().next().is_some_and(is_state)
}
