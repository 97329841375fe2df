//! Dimensions whose values are written out.

use super::near::nearest;
use super::subject::Origin;
use crate::Check;
use crate::attribute_path::AttributePath;
use crate::inventory::Inventory;
use crate::link::Link;
use crate::planned::Planned::Known;

/// Checks a value that is written out, and so refers to nothing: a resource of the plan must have
/// it.
pub fn literal<'a>(check: &mut Check<'a>, place: &AttributePath<'a>, origin: Origin, value: &str) {
    let inventory = place.resource().inventory();
    if origin.with_value(inventory, value).is_some() {
        return check.pass(place);
    }
    let kind = origin.kinds[0];
    if value.starts_with("arn:") && origin.attributes[0] != "arn" {
        check.fail(
            place,
            format!("it is an ARN, and CloudWatch knows only the {}", origin.attributes[0]),
        );
    } else if let Some(other) = is_of_another(place, value) {
        check.fail(place, format!("no {kind} has it: it is {other}"));
    } else if let Some(near) = nearest(value, names(inventory, origin)) {
        check.fail(place, format!("no {kind} has it; one has {near}"));
    } else {
        check.unknown(place, format!("no {kind} of this plan has it"));
    }
}

/// The attribute and resource that has the value, among those that the dimensions refer to.
fn is_of_another(place: &AttributePath, value: &str) -> Option<String> {
    let links = place.links_to_any().links;
    let is_it = |link: &&Link| {
        !link.attribute.is_empty() && link.resource.at(&link.attribute).string() == Known(value)
    };
    links
        .iter()
        .find(is_it)
        .map(|link| format!("{} of {}", link.attribute, link.resource.address()))
}

fn names(inventory: &Inventory, origin: Origin) -> Vec<&str> {
    let all = inventory.all_of(origin.kinds);
    all.filter_map(|resource| resource.at(origin.attributes[0]).string().known()).collect()
}
