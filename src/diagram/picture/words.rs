//! The names of resources in a picture.

use verify::Resource;

/// The attributes that hold the name which an owner gave, in the order in which they are asked.
const NAMES: [&str; 12] = [
    "name",
    "identifier",
    "cluster_identifier",
    "node_group_name",
    "cluster_name",
    "broker_name",
    "domain_name",
    "function_name",
    "alarm_name",
    "replication_group_id",
    "cluster_id",
    "tags.Name",
];

/// What its owner calls a resource: its name in AWS, or how that begins, else that in the
/// configuration.
pub fn name(resource: Resource) -> String {
    let known = |attribute: &&str| resource.at(attribute).string().known();
    let begins = || {
        let prefix = ["name_prefix", "identifier_prefix"].iter().find_map(known);
        prefix.filter(|prefix| !prefix.is_empty()).map(|prefix| format!("{prefix}…"))
    };
    let given = NAMES.iter().find_map(known).map(str::to_owned).or_else(begins);
    clean(&given.unwrap_or_else(|| within_module(resource).to_owned()))
}

/// The address without the module, as `aws_subnet.app["a"]`.
fn within_module(resource: Resource<'_>) -> &str {
    let address = resource.address();
    address.strip_prefix(resource.module()).map_or(address, |rest| rest.trim_start_matches('.'))
}

/// A text without what no picture can show and XML does not allow: control characters and
/// unassigned ends of planes. Source: XML 1.0, 2.2 "Characters".
pub fn clean(text: &str) -> String {
    let shown = |c: char| {
        if c.is_control() || ('\u{FFFE}'..='\u{FFFF}').contains(&c) { '\u{FFFD}' } else { c }
    };
    text.chars().map(shown).collect()
}

/// `1 task`, `2 tasks`.
pub fn counted(count: usize, one: &str) -> String {
    let stem = one.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match (count, stem) {
        (1, _) => format!("1 {one}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {one}s"),
    }
}
