//! The containers of a task or job, as their JSON has them.

use serde_json::Value;
use terraform::value::Value as Configured;

/// The items of a list that each container has, as `environment` or `secrets`.
pub fn items(definitions: &str, list: &str) -> Vec<Value> {
    let json: Value = serde_json::from_str(definitions).unwrap_or_default();
    // The container of a job is an object, those of a task are a list.
    let single = std::slice::from_ref(&json);
    let containers = json.as_array().map_or(single, Vec::as_slice).iter();
    containers.filter_map(|container| container.get(list)?.as_array()).flatten().cloned().collect()
}

/// The same of a text with holes.
pub fn items_with_holes<'v>(document: &'v Configured, list: &str) -> Vec<&'v Configured> {
    let single = std::slice::from_ref(document);
    let containers = document.as_items().unwrap_or(single).iter();
    containers.filter_map(|container| container.get(list)?.as_items()).flatten().collect()
}
