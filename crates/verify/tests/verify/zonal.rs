//! `data/zonal.toml` speaks of every type of the provider that can be in a zone, and of no other.

use std::collections::BTreeMap;

use verify::aws::zonal::table;

/// From the provider's schema, held to be fresh by `tests/tools/plans/zonal_arguments.rs`.
const ARGUMENTS: &str = include_str!("zonal_arguments.txt");

fn arguments() -> BTreeMap<&'static str, Vec<&'static str>> {
    let lines = ARGUMENTS.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(kind, all)| (kind, all.split(' ').collect()))
        .collect()
}

#[test]
fn each_type_with_an_argument_for_a_subnet_or_a_zone_is_in_the_table_once() {
    let table = table();
    let known = [
        table.modelled.keys().collect::<Vec<_>>(),
        table.spread.keys().collect(),
        table.named.keys().collect(),
        table.regional.keys().collect(),
    ]
    .concat();
    let missing: Vec<_> =
        arguments().into_keys().filter(|kind| !known.iter().any(|name| name == kind)).collect();
    assert_eq!(missing, [""; 0], "in neither list of data/zonal.toml");
    let twice: Vec<_> = known
        .iter()
        .filter(|kind| known.iter().filter(|other| other == kind).count() > 1)
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn the_arguments_of_the_table_are_the_provider_s() {
    let arguments = arguments();
    for (kind, zonal) in table().spread.iter().chain(&table().named) {
        for path in zonal.arguments() {
            let known = arguments.get(kind.as_str()).is_some_and(|known| known.contains(&path));
            // The one whose zone is not called so.
            assert!(known || path == "location.name", "{kind} has no argument {path}");
        }
    }
}
