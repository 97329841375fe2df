//! Every argument that a configuration writes has the value here that it has in Terraform's plan,
//! and is unknown where it is unknown there. What the provider adds, as defaults and computed
//! attributes, is not written and not compared.

use std::collections::BTreeMap;
use std::path::Path;

use paytf::config::Profile;
use paytf::render::Format;
use paytf::verify::Schema;
use serde_json::Value;
use terraform::configuration::{Configuration, Variables};

use super::foreign::{STYLES, plans};
use crate::support;

/// What the provider makes another value of: the type, the argument, and what it does.
const REWRITTEN: &[(&str, &str, &str)] = &[];

/// What may be unknown here that the plan knows: how the reason ends, and why.
const LESS: &[(&str, &str)] =
    &[(".json", "read by a data source of the provider, which needs no AWS for it")];

/// How an argument compares with the plan.
#[derive(Debug)]
#[allow(dead_code, reason = "printed")]
struct Difference {
    path: String,
    planned: Value,
    here: Value,
}

#[derive(Default)]
struct Comparison {
    /// The arguments that were compared.
    compared: usize,
    unknown: usize,
    differences: Vec<String>,
}

impl Comparison {
    /// Of the configuration in a folder with its plan.
    fn of(folder: &Path, plan: &Value) -> Self {
        let configuration = Configuration::read(folder, &Variables::default()).unwrap();
        let shown = terraform::show::instances(&configuration.instances_with(&Schema).unwrap());
        let written: BTreeMap<String, Value> = serde_json::from_str(&shown).unwrap();
        let mut comparison = Self::default();
        for resource in plan["resource_changes"].as_array().unwrap() {
            let (address, kind) =
                (resource["address"].as_str().unwrap(), resource["type"].as_str().unwrap());
            let Some(arguments) = written.get(address).and_then(Value::as_object) else {
                comparison.differences.push(format!("{address} is not here"));
                continue;
            };
            let change = &resource["change"];
            for (argument, here) in arguments {
                let is_rewritten =
                    |(of, name, _): &(&str, &str, &str)| *of == kind && name == argument;
                if REWRITTEN.iter().any(is_rewritten) {
                    continue;
                }
                comparison.compared += 1;
                comparison.unknown += usize::from(is_unknown(here));
                let found = difference(
                    &change["after"][argument],
                    &change["after_unknown"][argument],
                    here,
                    argument,
                );
                comparison.differences.extend(found.map(|found| format!("{address}: {found:?}")));
            }
        }
        comparison
    }

    fn assert(&self, least: usize) {
        assert!(self.differences.is_empty(), "{}", self.differences.join("\n"));
        assert!(self.compared >= least, "only {} arguments are compared", self.compared);
        assert!(self.unknown * 20 > self.compared, "only {} are unknown", self.unknown);
    }
}

fn is_unknown(here: &Value) -> bool {
    here.as_object().is_some_and(|entries| {
        entries.len() == 1 && entries.get("unknown").is_some_and(Value::is_array)
    })
}

fn is_less(here: &Value) -> bool {
    let mut reasons = here["unknown"].as_array().into_iter().flatten().filter_map(Value::as_str);
    reasons.any(|reason| LESS.iter().any(|(end, _)| reason.ends_with(end)))
}

/// Whether any part is unknown.
fn has_unknown(here: &Value) -> bool {
    let parts = here
        .as_array()
        .into_iter()
        .flatten()
        .chain(here.as_object().into_iter().flat_map(|of| of.values()));
    is_unknown(here) || parts.into_iter().any(has_unknown)
}

fn difference(planned: &Value, unknown: &Value, here: &Value, path: &str) -> Option<Difference> {
    let different =
        || Some(Difference { path: path.to_owned(), planned: planned.clone(), here: here.clone() });
    let null = Value::Null;
    match here {
        // Not written: the provider's default holds, or AWS's.
        Value::Null => None,
        // A set is unknown as soon as an element is.
        _ if *unknown == Value::Bool(true) => {
            if has_unknown(here) {
                None
            } else {
                different()
            }
        }
        _ if is_unknown(here) => {
            if is_less(here) {
                None
            } else {
                different()
            }
        }
        Value::Object(entries) if planned.is_object() => entries.iter().find_map(|(name, here)| {
            difference(&planned[name], &unknown[name], here, &format!("{path}.{name}"))
        }),
        // A block of which there is one: in JSON syntax it is an object, to Terraform a list.
        Value::Object(_) if planned.as_array().is_some_and(|blocks| blocks.len() == 1) => {
            difference(&planned[0], unknown.get(0).unwrap_or(&null), here, path)
        }
        Value::Array(blocks) if blocks.len() == 1 && planned.is_object() => {
            difference(planned, unknown, &blocks[0], path)
        }
        Value::Array(items) if items.is_empty() && planned.is_null() => None,
        Value::Array(items) => {
            let mut left: Vec<usize> = (0..planned.as_array().map_or(0, Vec::len)).collect();
            if left.len() != items.len() {
                return different();
            }
            // A set has an order of its own.
            for (place, item) in items.iter().enumerate() {
                let same = |at: &usize| {
                    difference(&planned[*at], unknown.get(*at).unwrap_or(&null), item, path)
                        .is_none()
                };
                match left.iter().position(same) {
                    Some(found) => drop(left.remove(found)),
                    None => {
                        let unknown = unknown.get(place).unwrap_or(&null);
                        return difference(
                            &planned[place],
                            unknown,
                            item,
                            &format!("{path}.{place}"),
                        )
                        .or_else(different);
                    }
                }
            }
            None
        }
        _ if text(here).is_some() && text(here) == text(planned) => None,
        // JSON is the same however it is written.
        Value::String(here) => {
            let json = |text: &str| {
                serde_json::from_str::<Value>(text).ok().filter(|json| !json.is_string())
            };
            match (json(here), planned.as_str().and_then(json)) {
                (Some(here), Some(planned)) if here == planned => None,
                _ => different(),
            }
        }
        _ => different(),
    }
}

/// The text of a scalar: the provider's schema makes a text of a number, and a number of a text.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

#[test]
fn every_argument_of_our_stack_has_the_value_of_its_plan_in_both_syntaxes() {
    for format in [Format::Json, Format::Hcl] {
        let terraform =
            support::initialised(&support::config("", "staging", Profile::Production), format)
                .unwrap();
        Comparison::of(terraform.dir.path(), &terraform.plan().unwrap().json).assert(1500);
    }
}

#[test]
fn every_argument_of_stacks_of_another_style_has_the_value_of_their_plans() {
    for style in STYLES {
        Comparison::of(&style.folder(), &plans()[style.name]).assert(300);
    }
}
