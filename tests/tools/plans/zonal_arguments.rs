//! The committed list of the provider's types that have an argument for a subnet or a zone is the
//! installed provider's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use paytf::schema::ProviderSchema;
use serde_json::Value;

use super::aws_schema::installed;
use crate::support::updating;

/// What the name of such an argument or block has in it.
const WORDS: [&str; 8] = [
    "subnet",
    "availability_zone",
    "vpc_zone",
    "vpc_config",
    "vpc_options",
    "vpc_settings",
    "vpc_connector",
    "cache_cluster_azs",
];

#[test]
fn the_committed_list_of_zonal_arguments_is_the_installed_providers() -> Result<()> {
    let version = ProviderSchema::committed()?.provider_version;
    let schema = installed(&version)?;
    let types = schema["resource_schemas"].as_object().context("the provider has resources")?;
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (kind, resource) in types {
        walk(&resource["block"], "", &mut |path| {
            found.entry(kind).or_default().insert(path);
        });
    }
    let mut text = format!(
        "# The types of the AWS provider {version} that have an argument for a subnet or a zone, \
         and these arguments, from\n# `terraform providers schema -json`. Regenerate: \
         PAYTF_UPDATE=1 cargo test --test tools zonal_arguments\n"
    );
    for (kind, arguments) in found {
        text += &format!("{kind}: {}\n", Vec::from_iter(arguments).join(" "));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("crates/verify/tests/verify/zonal_arguments.txt");
    if updating() {
        std::fs::write(&path, &text)?;
    }
    ensure!(
        text == std::fs::read_to_string(&path).unwrap_or_default(),
        "{} is stale",
        path.display()
    );
    Ok(())
}

/// Every argument that can be written and every block whose name has one of the words.
fn walk(block: &Value, above: &str, found: &mut dyn FnMut(String)) {
    let entries = |value: &'_ Value, key: &str| value[key].as_object().cloned().unwrap_or_default();
    let is_wanted = |name: &str| WORDS.iter().any(|word| name.contains(word));
    for (name, attribute) in entries(block, "attributes") {
        let is_written = attribute["optional"] == true || attribute["required"] == true;
        if is_written && is_wanted(&name) {
            found(format!("{above}{name}"));
        }
        walk(&attribute["nested_type"], &format!("{above}{name}."), found);
    }
    for (name, nested) in entries(block, "block_types") {
        if is_wanted(&name) {
            found(format!("{above}{name}"));
        }
        walk(&nested["block"], &format!("{above}{name}."), found);
    }
}
