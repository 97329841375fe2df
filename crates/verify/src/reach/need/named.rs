//! Programs to the databases, caches and brokers that their environment, their secrets or their
//! user data name.

use super::program::Program;
use super::store::{STORES, of};
use super::{Because, Needs};
use crate::attribute_path::UNREAD;
use crate::declared::Protocol;
use crate::{AttributePath, Inventory, Planned, Resource};

pub fn add<'a>(needs: &mut Needs<'_, 'a>, programs: &[Program<'a>]) {
    let known = known_names(needs.inventory);
    for program in programs {
        for place in &program.environment {
            add_told(needs, &known, program.resource, place);
        }
    }
}

/// A name, the store that has it, and the attribute by which it does.
type Name<'a> = (&'a str, Resource<'a>, &'static str);

/// The names of stores that are known already, as in a state.
fn known_names(inventory: &Inventory) -> Vec<Name<'_>> {
    let mut known = Vec::new();
    for store in &STORES {
        for resource in inventory.all(store.kind) {
            for name in store.names {
                known
                    .extend(resource.at(name).string().known().map(|text| (text, resource, *name)));
            }
        }
    }
    known
}

fn add_told<'a>(
    needs: &mut Needs<'_, 'a>,
    known: &[Name<'a>],
    program: Resource<'a>,
    place: &AttributePath<'a>,
) {
    if !place.value().is_set() {
        return;
    }
    add_named(needs, known, program, place, &format!("{} names it", place.path()));
    // What a secret or a parameter says, the program reads at its start.
    for holder in holders(place).into_iter().filter(|holder| !holder.is_data()) {
        let values = match holder.kind() {
            "aws_ssm_parameter" => vec![holder.at("value"), holder.at("insecure_value")],
            _ => {
                let versions = holder.inventory().proven_referrers(
                    holder,
                    "aws_secretsmanager_secret_version",
                    "secret_id",
                );
                match versions {
                    Ok(versions) => {
                        versions.iter().map(|version| version.at("secret_string")).collect()
                    }
                    Err(reason) => {
                        needs.unread(
                            place,
                            what(program),
                            format!("what {} says: {reason}", holder.address()),
                        );
                        continue;
                    }
                }
            }
        };
        for value in values.iter().filter(|value| value.value().is_set()) {
            add_named(
                needs,
                known,
                program,
                value,
                &format!("{}, which it is given, names it", holder.address()),
            );
        }
    }
}

/// The secrets and the parameters that a place refers to, or names in a document that is known.
fn holders<'a>(place: &AttributePath<'a>) -> Vec<Resource<'a>> {
    const KINDS: [&str; 2] = ["aws_secretsmanager_secret", "aws_ssm_parameter"];
    let mut holders: Vec<_> = place.links_to(&KINDS).resources().collect();
    let inventory = place.resource().inventory();
    let (document, value) = (place.document(), place.value());
    let mut texts: Vec<&str> = Vec::new();
    match (&document, value) {
        (Planned::Known(document), _) => {
            let mut left = vec![&**document];
            while let Some(value) = left.pop() {
                texts.extend(value.as_str());
                left.extend(value.children());
            }
        }
        (_, Planned::Known(value)) => texts.extend(
            value
                .as_object()
                .into_iter()
                .flat_map(|map| map.values())
                .filter_map(|value| value.as_str()),
        ),
        _ => {}
    }
    let named = texts
        .into_iter()
        .filter_map(|text| inventory.named_or_called(text))
        .map(|link| link.resource);
    holders.extend(named.filter(|named| KINDS.contains(&named.kind())));
    holders.sort_by_key(|holder| holder.place());
    holders.dedup();
    holders
}

/// Whether what is not known is read by a data source that tells of the account or the region, and
/// never of a store.
fn is_about_the_account(reason: &str) -> bool {
    const KINDS: [&str; 4] = [
        "data.aws_caller_identity.",
        "data.aws_partition.",
        "data.aws_region.",
        "data.aws_availability_zones.",
    ];
    reason.matches('`').count() == 2 && KINDS.iter().any(|kind| reason.contains(kind))
}

fn what(program: Resource) -> String {
    format!("what {} connects to", program.address())
}

/// The stores that a place names.
fn add_named<'a>(
    needs: &mut Needs<'_, 'a>,
    known: &[Name<'a>],
    program: Resource<'a>,
    place: &AttributePath<'a>,
    why: &str,
) {
    let kinds = STORES.map(|store| store.kind);
    let links = place.links_to(&kinds);
    // What is open may name a store; a text that is known and names none of the plan does not.
    let incomplete = links.incomplete.iter().find(|reason| !is_about_the_account(reason)).cloned();
    if let Some(reason) = incomplete.or_else(|| links.ambiguous.as_ref().map(ToString::to_string)) {
        needs.unread(place, what(program), reason);
    } else if place.value().is_unknown()
        && links.links.is_empty()
        && !place.waits()
        && place.string_with_holes().is_none()
    {
        needs.unread(place, what(program), UNREAD);
    }
    let mut named: Vec<(Resource<'a>, &str)> = Vec::new();
    for link in links.links.iter().filter(|_| links.ambiguous.is_none()) {
        let names = STORES
            .iter()
            .find(|store| store.kind == link.resource.kind())
            .map_or(&[][..], |store| store.names);
        // `endpoint.0.address` is one of `endpoint`.
        let name = link.attribute.split('.').next().unwrap_or_default();
        if name.is_empty() {
            let reason = format!(
                "which attribute of {} it is given, the plan does not show",
                link.resource.address()
            );
            needs.unread(place, what(program), reason);
        }
        named.extend(names.iter().find(|own| **own == name).map(|own| (link.resource, *own)));
    }
    if let Some(text) = place.value().known().filter(|_| !known.is_empty()).map(ToString::to_string)
    {
        named.extend(
            known
                .iter()
                .filter(|(name, ..)| text.contains(name))
                .map(|(_, store, name)| (*store, *name)),
        );
    }
    let mut found: Vec<(Resource<'a>, u16)> = Vec::new();
    for (store, name) in named {
        match of(store, name) {
            Ok(store) => found.push(store),
            Err(reason) => needs.unread(
                place,
                format!("how {} connects to {}", program.address(), store.address()),
                reason,
            ),
        }
    }
    found.sort_by_key(|(store, port)| (store.place(), *port));
    found.dedup();
    for (store, port) in found {
        needs.between(program, store, Protocol::Tcp, port, Because::new(why, place.clone()));
    }
}
