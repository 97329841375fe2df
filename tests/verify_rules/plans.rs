//! One run of Terraform plans every configuration as a module of its own; each plan is then cut out as if it had been
//! planned alone. A run for each would spend 2.6 s on loading the provider's schema, every time.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};

use crate::fixture::{Fixture, Kind};
use crate::support::{Terraform, Workdir};

const HEADER: &str =
    "Made by Terraform from the configuration beside it: PAYTF_UPDATE=1 cargo test --test verify_rules";
const PROVIDER: &str = r#"terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}
"#;

/// Holds the committed plans to what Terraform makes of the configurations.
pub fn assert_fresh(fixtures: &[Fixture]) -> Result<()> {
    for (path, plan) in plans(fixtures)? {
        let committed = fs::read_to_string(&path).unwrap_or_default();
        ensure!(plan == committed, "{} is stale; PAYTF_UPDATE=1 writes it anew", path.display());
    }
    Ok(())
}

/// Writes the plans anew.
pub fn write(fixtures: &[Fixture]) -> Result<()> {
    plans(fixtures)?.into_iter().try_for_each(|(path, plan)| Ok(fs::write(path, plan)?))
}

fn plans(fixtures: &[Fixture]) -> Result<Vec<(PathBuf, String)>> {
    let whole = plan_all(fixtures)?;
    let plan =
        |(fixture, kind)| Ok((Fixture::plan_path(fixture, kind), format!("{}\n", cut(&whole, &call(fixture, kind))?)));
    pairs(fixtures).map(plan).collect()
}

fn pairs(fixtures: &[Fixture]) -> impl Iterator<Item = (&Fixture, Kind)> {
    fixtures.iter().flat_map(|fixture| Kind::BOTH.map(|kind| (fixture, kind)))
}

fn call(fixture: &Fixture, kind: Kind) -> String {
    format!("{}-{}", fixture.id, kind.name())
}

fn plan_all(fixtures: &[Fixture]) -> Result<Value> {
    let root = Workdir::of(&[("main.tf", PROVIDER)])?;
    let (mut calls, mut existing) = (Map::new(), Vec::new());
    for (fixture, kind) in pairs(fixtures) {
        let name = call(fixture, kind);
        existing.extend(fixture.state(kind).into_iter().map(|resource| existing_in(&name, resource)));
        root.write(&format!("modules/{name}/main.tf"), fixture.configuration(kind))?;
        calls.insert(name.clone(), json!({"source": format!("./modules/{name}")}));
    }
    root.write("calls.tf.json", json!({"module": calls}).to_string())?;
    let state = json!({"version": 4, "serial": 1, "lineage": "rules", "outputs": {}, "resources": existing});
    root.write("terraform.tfstate", state.to_string())?;
    let terraform = Terraform::offline(root)?;
    terraform.init()?;
    Ok(terraform.plan()?.json)
}

/// A resource of the state of one call; the fixture says its type, name, schema version and attributes.
fn existing_in(call: &str, resource: Value) -> Value {
    json!({
        "module": format!("module.{call}"),
        "mode": "managed",
        "type": resource["type"],
        "name": resource["name"],
        "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
        "instances": [{"schema_version": resource["schema_version"], "attributes": resource["attributes"]}],
    })
}

/// The plan of one module call, as if its module had been the root.
fn cut(whole: &Value, call: &str) -> Result<Value> {
    let module = format!("module.{call}");
    let configuration = &whole["configuration"]["root_module"]["module_calls"][call]["module"];
    ensure!(configuration.is_object(), "{call} is not in the plan");
    let changes: Vec<Value> = items(&whole["resource_changes"]).filter_map(|change| lifted(change, &module)).collect();
    let prior: Vec<Value> = items(&whole["prior_state"]["values"]["root_module"]["child_modules"])
        .filter(|child| child["address"] == module.as_str())
        .map(|child| lifted_module(child, &module))
        .collect();
    let fields = [
        ("//", HEADER.into()),
        ("format_version", whole["format_version"].clone()),
        ("variables", json!({})),
        ("resource_changes", changes.into()),
        ("prior_state", json!({"values": {"root_module": prior.first().cloned().unwrap_or_else(|| json!({}))}})),
        ("configuration", json!({"root_module": configuration})),
    ];
    Ok(Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A resource or module without the call in front of its addresses; `None` when it belongs to another call.
fn lifted(thing: &Value, module: &str) -> Option<Value> {
    let inside = |address: &str| address.strip_prefix(module)?.strip_prefix('.').map(str::to_owned);
    let mut thing: BTreeMap<String, Value> = thing.as_object()?.clone().into_iter().collect();
    let address = inside(thing.get("address")?.as_str()?)?;
    thing.insert("address".to_owned(), address.into());
    if let Some(owner) = thing.remove("module_address") {
        thing.extend(inside(owner.as_str()?).map(|owner| ("module_address".to_owned(), owner.into())));
    }
    Some(Value::Object(thing.into_iter().collect()))
}

fn lifted_module(child: &Value, module: &str) -> Value {
    let resources: Vec<_> = items(&child["resources"]).filter_map(|resource| lifted(resource, module)).collect();
    let children: Vec<_> = items(&child["child_modules"])
        .map(|inner| {
            let address =
                inner["address"].as_str().and_then(|address| address.strip_prefix(module)).unwrap_or_default();
            let mut lifted = lifted_module(inner, module);
            lifted["address"] = address.trim_start_matches('.').into();
            lifted
        })
        .collect();
    json!({"resources": resources, "child_modules": children})
}
