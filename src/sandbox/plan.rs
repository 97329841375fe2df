//! Reads a Terraform plan as JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answer::{array, text};

/// What `terraform plan` found.
#[derive(Serialize, Deserialize)]
pub struct Plan {
    /// The plan as `terraform show -json` prints it.
    /// <https://developer.hashicorp.com/terraform/internals/json-format#plan-representation>
    pub json: Value,
    /// The warnings that Terraform gave.
    pub warnings: Vec<String>,
    pub(super) has_changes: bool,
}

impl Plan {
    /// Whether an apply would change anything, by Terraform's own exit code (resources and
    /// outputs).
    pub fn has_changes(&self) -> bool {
        self.has_changes
    }

    /// What an apply would change, as `update aws_kms_key.main`: resources, then outputs.
    pub fn changed(&self) -> Vec<String> {
        let resources = array(&self.json["resource_changes"]).iter().filter_map(|resource| {
            described(&resource["change"], resource["address"].as_str().unwrap_or_default())
        });
        let outputs = self.json["output_changes"].as_object().into_iter().flatten();
        resources
            .chain(
                outputs.filter_map(|(name, change)| described(change, &format!("output.{name}"))),
            )
            .collect()
    }

    /// The address of every resource that an apply would work on.
    pub fn to_change(&self) -> impl Iterator<Item = &str> {
        let resources = array(&self.json["resource_changes"]).iter();
        let changing = resources.filter(|resource| described(&resource["change"], "").is_some());
        changing.map(|resource| text(&resource["address"]))
    }

    /// What would change, argument by argument, of every resource that changes: for the message of
    /// a failed assertion.
    pub fn difference(&self) -> String {
        let changes = array(&self.json["resource_changes"])
            .iter()
            .filter(|resource| resource["change"]["before"] != resource["change"]["after"]);
        let arguments = |resource: &Value| {
            let (before, after) = (&resource["change"]["before"], &resource["change"]["after"]);
            let names = after.as_object().into_iter().flatten().map(|(name, _)| name.clone());
            let changed = names.filter(|name| before[name] != after[name]);
            changed
                .map(|name| format!("  {name}: {} -> {}\n", before[&name], after[&name]))
                .collect::<String>()
        };
        changes
            .map(|resource| format!("{}\n{}", resource["address"], arguments(resource)))
            .collect()
    }

    /// The planned values of the resource at `address` (`module.network.aws_vpc.main`).
    pub fn planned(&self, address: &str) -> Option<&Value> {
        let found = array(&self.json["resource_changes"])
            .iter()
            .find(|resource| resource["address"] == address)?;
        Some(&found["change"]["after"])
    }
}

fn described(change: &Value, address: &str) -> Option<String> {
    let actions: Vec<_> = array(&change["actions"]).iter().filter_map(Value::as_str).collect();
    let nothing_to_do = matches!(actions[..], ["no-op"] | ["read"]);
    (!nothing_to_do).then(|| format!("{} {address}", actions.join("+")))
}
