//! Availability zones: what names one, and to which region it belongs.

use crate::{Inventory, Resource};

/// The zone of a subnet, or of anything else that names one, by its name or its id.
pub fn zone_of(resource: Resource<'_>) -> Option<&str> {
    let named = |attribute: &str| resource.at(attribute).string().known();
    named("availability_zone").or_else(|| named("availability_zone_id"))
}

/// The region of a zone: of `us-east-1a` it is `us-east-1`, and so it is of the local zone
/// `us-east-1-bos-1a`. Of an id, as `use1-az4`, it is what is before `-az`. Source: AWS
/// documentation, "AWS Availability Zones": "An AZ code is a Region code followed by a letter
/// identifier".
pub fn region_of(zone: &str) -> &str {
    if let Some((region, _)) = zone.rsplit_once("-az") {
        return region;
    }
    // `us-gov-east-1a`: up to the first digit, and with it.
    match zone.find(|c: char| c.is_ascii_digit()) {
        Some(digit) if zone.ends_with(|c: char| c.is_ascii_lowercase()) => &zone[..=digit],
        // No name of AWS's: nothing tells it apart from others.
        _ => "",
    }
}

/// The region of an inventory, where its subnets are in one alone.
pub fn region(inventory: &Inventory) -> Option<&str> {
    let zones = inventory
        .all("aws_subnet")
        .filter_map(|subnet| subnet.at("availability_zone").string().known());
    let mut regions = zones.map(region_of);
    let first = regions.next().filter(|region| !region.is_empty())?;
    regions.all(|region| region == first).then_some(first)
}

/// Zones for a person: `us-east-1a and us-east-1b`.
pub fn list<'z>(zones: impl IntoIterator<Item = &'z str>) -> String {
    let zones: Vec<_> = zones.into_iter().collect();
    match &zones[..] {
        [] => "no zone".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::region_of;

    #[test]
    fn zones_of_one_region_have_the_same_one_and_those_of_two_have_not() {
        let zones = [
            "us-east-1a",
            "us-east-1-bos-1a",
            "us-gov-west-1b",
            "use1-az4",
            "use2-az4",
            "",
            "a",
            "é1",
        ];
        let regions = ["us-east-1", "us-east-1", "us-gov-west-1", "use1", "use2", "", "", ""];
        assert_eq!(zones.map(region_of), regions);
    }
}
