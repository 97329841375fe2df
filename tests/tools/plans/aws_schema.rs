//! The committed provider schema is the one of the installed provider; with `PAYTF_UPDATE=1` it is
//! regenerated.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::{Terraform, Workdir, updating};
use anyhow::{Context, Result};
use paytf::schema::{AttributeSchema, BlockSchema, NestedSchema, ProviderSchema};
use serde_json::Value;

#[test]
fn the_committed_schema_is_the_installed_providers() -> Result<()> {
    let committed = ProviderSchema::committed()?;
    let wanted = refreshed(&committed, &installed(&committed.provider_version)?)?;
    if updating() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/schema/aws.json");
        std::fs::write(path, serde_json::to_string_pretty(&wanted)? + "\n")?;
        return Ok(());
    }
    let stale = |committed: &BTreeMap<String, Option<BlockSchema>>,
                 wanted: &BTreeMap<String, Option<BlockSchema>>| {
        committed
            .iter()
            .filter(|(name, block)| wanted.get(*name) != Some(block))
            .map(|(name, _)| name.clone())
            .collect()
    };
    let resources: Vec<String> = stale(&committed.resources, &wanted.resources);
    let data_sources: Vec<String> = stale(&committed.data_sources, &wanted.data_sources);
    assert!(
        resources.is_empty() && data_sources.is_empty(),
        "src/schema/aws.json is stale: {resources:?} {data_sources:?}; regenerate with: \
         PAYTF_UPDATE=1 cargo test --test tools aws_schema && PAYTF_UPDATE=1 cargo test --test \
         quick aws_types"
    );
    Ok(())
}

/// The provider's own schema, of exactly the version that the committed one names.
pub(super) fn installed(version: &str) -> Result<Value> {
    let stack = format!(
        "terraform {{\n  required_providers {{\n    aws = {{\n      source  = \
             \"hashicorp/aws\"\n      version = \"{version}\"\n    }}\n  }}\n}}\n"
    );
    let terraform = Terraform::offline(Workdir::of(&[("main.tf", &stack)])?)?;
    terraform.init()?;
    terraform.provider_schema()
}

fn refreshed(committed: &ProviderSchema, installed: &Value) -> Result<ProviderSchema> {
    let refresh = |names: &BTreeMap<String, Option<BlockSchema>>, key: &str| {
        let entry = |name: &String| {
            let block = installed[key]
                .get(name)
                .with_context(|| format!("the provider has no {name} in {key}"))?;
            let left_out = committed.left_out.get(name).map(Vec::as_slice).unwrap_or_default();
            Ok((name.clone(), Some(pruned(&block["block"], left_out)?)))
        };
        names.keys().map(entry).collect::<Result<_>>()
    };
    Ok(ProviderSchema {
        resources: refresh(&committed.resources, "resource_schemas")?,
        data_sources: refresh(&committed.data_sources, "data_source_schemas")?,
        ..committed.clone()
    })
}

/// The block without descriptions, and without the nested blocks that are left out on purpose.
fn pruned(block: &Value, left_out: &[String]) -> Result<BlockSchema> {
    let flag = |value: &Value, name: &str| value[name].as_bool().unwrap_or_default();
    let attribute = |(name, value): (&String, &Value)| {
        let schema = AttributeSchema {
            type_constraint: value["type"].clone(),
            required: flag(value, "required"),
            optional: flag(value, "optional"),
            computed: flag(value, "computed"),
            deprecated: flag(value, "deprecated"),
        };
        (name.clone(), schema)
    };
    let nested = |(name, value): (&String, &Value)| {
        let schema = NestedSchema {
            nesting_mode: value["nesting_mode"]
                .as_str()
                .context("a nested block has a nesting mode")?
                .to_owned(),
            min_items: value["min_items"].as_u64().unwrap_or_default(),
            max_items: value["max_items"].as_u64().unwrap_or_default(),
            block: pruned(&value["block"], &[])?,
        };
        Ok((name.clone(), schema))
    };
    let entries = |key: &str| block[key].as_object().into_iter().flatten();
    Ok(BlockSchema {
        attributes: entries("attributes").map(attribute).collect(),
        blocks: entries("block_types")
            .filter(|(name, _)| !left_out.contains(name))
            .map(nested)
            .collect::<Result<_>>()?,
        deprecated: flag(block, "deprecated"),
    })
}

/// What evaluating a configuration takes of the schema: which arguments are strings, and which
/// names are blocks, since in JSON a block looks like the value of an argument.
#[test]
fn the_committed_strings_and_blocks_are_the_installed_providers() -> Result<()> {
    let schema = installed(&ProviderSchema::committed()?.provider_version)?;
    let mut text = "# GENERATED from `terraform providers schema -json` of hashicorp/aws 5.100.0: \
                    each type with its arguments and attributes that are strings, and behind \
                    the\n# bar the names of the blocks in it. Regenerate: PAYTF_UPDATE=1 cargo \
                    test --test tools aws_schema\n"
        .to_owned();
    for (key, prefix) in [("resource_schemas", ""), ("data_source_schemas", "data.")] {
        for (kind, of_kind) in schema[key].as_object().context("the schema lists its types")? {
            let mut names = BTreeSet::new();
            block_names(&of_kind["block"], &mut names);
            let attributes = of_kind["block"]["attributes"].as_object().into_iter().flatten();
            let strings = attributes
                .filter(|(_, attribute)| attribute["type"] == "string")
                .map(|(name, _)| name.as_str());
            let (strings, names) = (BTreeSet::from_iter(strings), Vec::from_iter(names));
            text += &format!(
                "{prefix}{kind} {}|{}\n",
                Vec::from_iter(strings).join(" "),
                names.join(" ")
            );
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/verify/data/schema.txt");
    if updating() {
        std::fs::write(&path, &text)?;
    }
    let is_fresh = std::fs::read_to_string(&path)? == text;
    assert!(
        is_fresh,
        "crates/verify/data/schema.txt is stale: PAYTF_UPDATE=1 cargo test --test tools aws_schema"
    );
    Ok(())
}

fn block_names(block: &Value, names: &mut BTreeSet<String>) {
    for (name, nested) in block["block_types"].as_object().into_iter().flatten() {
        names.insert(name.clone());
        block_names(&nested["block"], names);
    }
}
