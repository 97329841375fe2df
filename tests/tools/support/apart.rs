//! Plans several configurations in one run of Terraform, and cuts out the plan of each as if it had
//! been planned alone. A run for each would spend 2.6 s on loading the provider's schema, every
//! time.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};

use super::{Terraform, Workdir};

/// The files of a configuration: name and content.
pub type Files = Vec<(String, String)>;

/// A configuration, and what exists of it.
pub struct Apart {
    pub files: Files,
    /// The resources of its state, each with type, name, schema_version and attributes.
    pub state: Vec<Value>,
}

/// The plan of each configuration, by its name; `header` says how they are made.
pub fn plans_apart(
    configurations: &BTreeMap<String, Apart>,
    region: &str,
    header: &str,
) -> Result<BTreeMap<String, Value>> {
    let whole = plan_all(configurations, region)?;
    configurations.keys().map(|name| Ok((name.clone(), cut(&whole, name, header)?))).collect()
}

fn plan_all(configurations: &BTreeMap<String, Apart>, region: &str) -> Result<Value> {
    let provider = json!({
        "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
        "provider": {"aws": {"region": region}},
    });
    let root = Workdir::of(&[("main.tf.json", &provider.to_string())])?;
    let (mut calls, mut existing) = (Map::new(), Vec::new());
    for (name, apart) in configurations {
        existing.extend(apart.state.iter().map(|resource| existing_in(name, resource)));
        for (file, content) in &apart.files {
            root.write(&format!("modules/{name}/{file}"), content)?;
        }
        calls.insert(name.clone(), json!({"source": format!("./modules/{name}")}));
    }
    root.write("calls.tf.json", json!({"module": calls}).to_string())?;
    let state = json!({
        "version": 4, "serial": 1, "lineage": "apart", "outputs": {}, "resources": existing
    });
    root.write("terraform.tfstate", state.to_string())?;
    let terraform = Terraform::offline(root)?;
    terraform.init()?;
    Ok(terraform.plan()?.json)
}

/// A resource of the state of one call.
fn existing_in(call: &str, resource: &Value) -> Value {
    json!({
        "module": format!("module.{call}"),
        "mode": "managed",
        "type": resource["type"],
        "name": resource["name"],
        "provider": "provider[\"registry.terraform.io/hashicorp/aws\"]",
        "instances": [{
            "schema_version": resource["schema_version"], "attributes": resource["attributes"]
        }],
    })
}

/// The plan of one module call, as if its module had been the root.
fn cut(whole: &Value, call: &str, header: &str) -> Result<Value> {
    let module = format!("module.{call}");
    let configuration = &whole["configuration"]["root_module"]["module_calls"][call]["module"];
    ensure!(configuration.is_object(), "{call} is not in the plan");
    let changes: Vec<Value> =
        items(&whole["resource_changes"]).filter_map(|change| lifted(change, &module)).collect();
    let prior: Vec<Value> = items(&whole["prior_state"]["values"]["root_module"]["child_modules"])
        .filter(|child| child["address"] == module.as_str())
        .map(|child| lifted_module(child, &module))
        .collect();
    // Providers that the module configures itself.
    let own = whole["configuration"]["provider_config"].as_object().into_iter().flatten();
    let own = own.filter_map(|(key, provider)| {
        Some((key.strip_prefix(&format!("{module}:"))?.to_owned(), provider.clone()))
    });
    let providers: Map<String, Value> = own.collect();
    let configuration = match providers.is_empty() {
        true => json!({"root_module": configuration}),
        false => json!({"provider_config": providers, "root_module": configuration}),
    };
    let fields = [
        ("//", header.into()),
        ("format_version", whole["format_version"].clone()),
        ("variables", json!({})),
        ("resource_changes", changes.into()),
        (
            "prior_state",
            json!({"values": {"root_module": prior.first().cloned().unwrap_or_else(|| json!({}))}}),
        ),
        ("configuration", configuration),
    ];
    Ok(Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A resource or module without the call in front of its addresses; `None` when it belongs to
/// another call.
fn lifted(thing: &Value, module: &str) -> Option<Value> {
    let inside = |address: &str| address.strip_prefix(module)?.strip_prefix('.').map(str::to_owned);
    let mut thing: BTreeMap<String, Value> = thing.as_object()?.clone().into_iter().collect();
    let address = inside(thing.get("address")?.as_str()?)?;
    thing.insert("address".to_owned(), address.into());
    if let Some(owner) = thing.remove("module_address") {
        thing.extend(
            inside(owner.as_str()?).map(|owner| ("module_address".to_owned(), owner.into())),
        );
    }
    Some(Value::Object(thing.into_iter().collect()))
}

fn lifted_module(child: &Value, module: &str) -> Value {
    let resources: Vec<_> =
        items(&child["resources"]).filter_map(|resource| lifted(resource, module)).collect();
    let children: Vec<_> = items(&child["child_modules"])
        .map(|inner| {
            let address = inner["address"]
                .as_str()
                .and_then(|address| address.strip_prefix(module))
                .unwrap_or_default();
            let mut lifted = lifted_module(inner, module);
            lifted["address"] = address.trim_start_matches('.').into();
            lifted
        })
        .collect();
    json!({"resources": resources, "child_modules": children})
}
