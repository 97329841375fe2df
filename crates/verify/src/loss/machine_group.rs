//! Groups of machines: Auto Scaling groups and EKS node groups.

use std::collections::{BTreeSet, HashMap};

use super::impact::Impact;
use super::zonal::{Zonal, in_all, of_spread};
use crate::aws::network::{ZonePlacement, list};
use crate::{AttributePath, Inventory, Planned, Resource};

/// Every group.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let mut all: Vec<_> = inventory.all("aws_autoscaling_group").map(scaling_group).collect();
    all.extend(node_groups(inventory));
    all
}

/// The zones of an Auto Scaling group, by its subnets, its zones or its launch template.
pub fn of_scaling_group(group: Resource<'_>) -> ZonePlacement<'_> {
    let template = || {
        let mixed = "mixed_instances_policy.0.launch_template.0.launch_template_specification.0";
        of_template(&group.at("launch_template.0")).or(|| of_template(&group.at(mixed)))
    };
    ZonePlacement::of(&group.at("vpc_zone_identifier"))
        .or(|| ZonePlacement::of_zones(&group.at("availability_zones")))
        .or(template)
}

/// How many there are: as many as are desired, else the fewest.
fn count(desired: &AttributePath, min: &AttributePath) -> Planned<u32> {
    let number = match (desired.number(), min.number()) {
        (Planned::Known(desired), _) => Planned::Known(desired),
        // The provider computes it where it is not written: the fewest.
        (_, min) => min,
    };
    number.map(|number| number.clamp(0.0, f64::from(u16::MAX)) as u32)
}

fn range(min: &AttributePath, max: &AttributePath) -> Vec<String> {
    match (min.number().known(), max.number().known()) {
        (Some(min), Some(max)) if min < max => vec![format!("{min} to {max} instances in all")],
        (Some(_), Some(max)) => {
            vec![in_all(max.clamp(0.0, f64::from(u16::MAX)) as u32, "instance")]
        }
        _ => Vec::new(),
    }
}

/// How many instances an Auto Scaling group has.
pub fn size(group: Resource<'_>) -> Planned<u32> {
    count(&group.at("desired_capacity"), &group.at("min_size"))
}

fn scaling_group(group: Resource<'_>) -> Zonal<'_> {
    let (min, max) = (group.at("min_size"), group.at("max_size"));
    grouped(group, "Auto Scaling group", of_scaling_group(group), size(group))
        .with_details(range(&min, &max))
}

fn grouped<'a>(
    group: Resource<'a>,
    title: &str,
    placement: ZonePlacement<'a>,
    count: Planned<u32>,
) -> Zonal<'a> {
    if count == Planned::Known(1) {
        let mut one = Zonal::one(group, title, "a group of one instance", placement);
        one.is_one = false;
        return one;
    }
    let (alone, judged) = (placement.alone(), placement.clone());
    Zonal::new(group, title, placement, alone.clone(), move |lost| {
        match (&alone, of_spread(&judged, count, "instance", lost)) {
            (Some(alone), Impact::Unknown(_)) => Impact::Unknown(alone.clone()),
            (_, impact) => impact,
        }
    })
}

/// The node groups of EKS. Pods run on any node of their cluster that they tolerate, so that one
/// group of several is not all.
pub fn node_groups(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let cluster = |group: Resource<'_>| {
        let name = group.at("cluster_name");
        let own = name.link("aws_eks_cluster").one().map(|cluster| cluster.address().to_owned());
        own.or_else(|| name.string().known().map(str::to_owned))
    };
    let groups =
        inventory.all("aws_eks_node_group").map(|group| (cluster(group), node_group(group)));
    let groups: Vec<_> = groups.collect();
    let mut of_cluster: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for (cluster, group) in &groups {
        if let Some(cluster) = cluster {
            of_cluster.entry(cluster).or_default().extend(&group.zones);
        }
    }
    let more = groups.iter().map(|(cluster, group)| {
        let all = cluster
            .as_ref()
            .and_then(|cluster| of_cluster.get(cluster.as_str()))
            .cloned()
            .unwrap_or_default();
        all.difference(&group.zones).copied().collect::<BTreeSet<&str>>()
    });
    let more: Vec<_> = more.collect();
    let pairs = groups.into_iter().map(|(_, group)| group).zip(more);
    pairs
        .map(
            |(group, more)| {
                if group.alone.is_none() || more.is_empty() { group } else { beside(group, more) }
            },
        )
        .collect()
}

fn node_group(group: Resource<'_>) -> Zonal<'_> {
    let (min, max) = (group.at("scaling_config.0.min_size"), group.at("scaling_config.0.max_size"));
    let count = count(&group.at("scaling_config.0.desired_size"), &min);
    grouped(group, "EKS node group", ZonePlacement::of(&group.at("subnet_ids")), count)
        .with_details(range(&min, &max))
}

/// A node group in one zone, of a cluster that has others in more.
fn beside<'a>(group: Zonal<'a>, more: BTreeSet<&'a str>) -> Zonal<'a> {
    let (placement, details, resource) =
        (group.placement.clone(), group.details.clone(), group.resource);
    let impact = move |lost: &[&str]| match group.impact(lost) {
        Impact::Lost(why) if more.iter().any(|zone| !lost.contains(zone)) => {
            Impact::Unknown(format!(
                "{why}; whether its pods may run on the cluster's other node groups, in {}, the \
                 plan does not show",
                list(more.iter().copied())
            ))
        }
        impact => impact,
    };
    Zonal::new(resource, "EKS node group", placement, None, impact).with_details(details)
}

/// What a launch template says of the zone of its instances.
pub fn of_template<'a>(block: &AttributePath<'a>) -> ZonePlacement<'a> {
    let by = ["id", "launch_template_id", "name", "launch_template_name"]
        .map(|argument| block.at(argument));
    let template = by.iter().find_map(|place| place.link("aws_launch_template").one());
    let Some(template) = template else { return ZonePlacement::default() };
    let subnet = template.at("network_interfaces.0.subnet_id");
    let subnet = if subnet.value().is_set() {
        ZonePlacement::of_each([subnet])
    } else {
        ZonePlacement::default()
    };
    subnet.or(|| ZonePlacement::of_zones(&template.at("placement.0.availability_zone")))
}

/// The groups of machines that an ECS cluster's tasks run on, by its capacity providers.
pub fn of_capacity(service: Resource<'_>) -> Vec<Resource<'_>> {
    let inventory = service.inventory();
    let own = service.at("capacity_provider_strategy").items();
    let own: Vec<_> = own.iter().map(|strategy| strategy.at("capacity_provider")).collect();
    let of_cluster = || {
        let cluster = service.at("cluster").link("aws_ecs_cluster").one()?;
        let providers =
            inventory.referrers(cluster, "aws_ecs_cluster_capacity_providers", "cluster_name");
        Some(providers.iter().map(|provider| provider.at("capacity_providers")).collect())
    };
    let places = if own.is_empty() { of_cluster().unwrap_or_default() } else { own };
    let providers = places.iter().flat_map(|place| place.links("aws_ecs_capacity_provider").links);
    let arn = "auto_scaling_group_provider.0.auto_scaling_group_arn";
    let groups =
        providers.flat_map(|link| link.resource.at(arn).links("aws_autoscaling_group").links);
    let mut groups: Vec<_> = groups.map(|link| link.resource).collect();
    groups.dedup();
    groups
}
