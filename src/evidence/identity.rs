//! [`PlanIdentity`]: the plan that the evidence is about, to compare it with what was applied.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};
use verify::{AttributePath, Inventory};

/// What the evidence is of. What is neither in the plan nor given is empty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlanIdentity {
    /// The name of the file or folder.
    pub file: String,
    /// The SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// The version of Terraform that made it.
    pub terraform_version: String,
    /// How many managed resources there will be.
    pub resources: usize,
    /// When the plan was made, or what `--date` says: a day, or a moment in UTC.
    pub date: String,
    /// The commit of the configuration: what `--commit` says.
    pub commit: String,
    /// The AWS account.
    pub account: String,
    /// The regions of the provider's configurations.
    pub region: String,
    /// The environment: the tag `Environment`.
    pub environment: String,
}

impl PlanIdentity {
    /// The identity of what was read.
    pub fn of(
        file: String,
        content: &[u8],
        inventory: &Inventory,
        date: Option<String>,
        commit: Option<String>,
    ) -> Self {
        Self {
            file,
            sha256: Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect(),
            terraform_version: inventory.terraform_version().to_owned(),
            resources: inventory.len(),
            date: date.unwrap_or_else(|| inventory.timestamp().to_owned()),
            commit: commit.unwrap_or_default(),
            account: accounts(inventory),
            region: joined(
                inventory.providers().map(|provider| provider.at("region")).filter_map(stated),
            ),
            environment: environments(inventory),
        }
    }
}

/// Those that the provider is allowed to work in; else the one that the plan was made in.
fn accounts(inventory: &Inventory) -> String {
    let places =
        inventory.providers().flat_map(|provider| provider.at("allowed_account_ids").items());
    let allowed = joined(places.filter_map(stated));
    if !allowed.is_empty() {
        return allowed;
    }
    joined(
        inventory
            .data("aws_caller_identity")
            .map(|identity| identity.at("account_id"))
            .filter_map(stated),
    )
}

fn environments(inventory: &Inventory) -> String {
    joined(
        inventory
            .resources()
            .map(|resource| resource.at("tags_all.Environment"))
            .filter_map(stated),
    )
}

/// A text that may be shown.
fn stated(place: AttributePath<'_>) -> Option<&str> {
    place.string().known().filter(|_| !place.is_sensitive())
}

fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ")
}
