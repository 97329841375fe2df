//! EC2 instances, Auto Scaling groups, EKS node groups, and the volumes that are attached to them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::impact::Impact;
use super::spread::egress_paths;
use super::zonal::{Zonal, in_all, of_one, of_spread};
use crate::aws::balancing::{behind_classic, target_groups, targets};
use crate::aws::network::{ZonePlacement, list};
use crate::modules::without_keys;
use crate::{AttributePath, Inventory, Planned, Resource};

/// Every machine, group of machines and volume.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let mut all = instances(inventory);
    all.extend(inventory.all("aws_autoscaling_group").map(scaling_group));
    all.extend(node_groups(inventory));
    all.extend(volumes(inventory));
    all
}

/// Where an instance is: the zone or the subnet it is given, or that of its first network
/// interface.
pub fn of_instance(instance: Resource<'_>) -> ZonePlacement<'_> {
    let interface = || {
        let first = instance
            .at("network_interface.0.network_interface_id")
            .link("aws_network_interface")
            .one();
        first
            .map(|interface| ZonePlacement::of_each([interface.at("subnet_id")]))
            .unwrap_or_default()
    };
    let template = || of_template(&instance.at("launch_template.0"));
    let subnet = instance.at("subnet_id");
    let given = || {
        if subnet.value().is_set() {
            ZonePlacement::of_each([subnet.clone()])
        } else {
            ZonePlacement::default()
        }
    };
    ZonePlacement::of_zones(&instance.at("availability_zone")).or(given).or(interface).or(template)
}

/// What a launch template says of the zone of its instances.
fn of_template<'a>(block: &AttributePath<'a>) -> ZonePlacement<'a> {
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

/// The instances, without those that are the way out of subnets: what depends on them is judged
/// there.
fn instances(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let gateways = egress_paths(inventory);
    let is_gateway = |instance: &Resource| {
        let interfaces = instance.at("network_interface").items().into_iter();
        let mut interfaces = interfaces.filter_map(|block| {
            block.at("network_interface_id").link("aws_network_interface").one()
        });
        gateways.contains(instance) || interfaces.any(|interface| gateways.contains(&interface))
    };
    let machines: Vec<_> =
        inventory.all("aws_instance").filter(|instance| !is_gateway(instance)).collect();
    if machines.is_empty() {
        return Vec::new();
    }
    let placements: HashMap<_, _> =
        machines.iter().map(|machine| (*machine, of_instance(*machine))).collect();
    let mut fronts: HashMap<Resource, Resource> = HashMap::new();
    for (front, machine) in targets(inventory).into_iter().chain(behind_classic(inventory)) {
        fronts.entry(machine).or_insert(front);
    }
    let hidden = hidden_attachment(inventory);
    let group = |machine: Resource<'_>| match fronts.get(&machine) {
        Some(front) => front.address().to_owned(),
        None => format!("{} {}", without_keys(machine.module()), machine.name()),
    };
    let mut groups: HashMap<String, Group> = HashMap::new();
    for machine in &machines {
        groups.entry(group(*machine)).or_default().add(&placements[machine]);
    }
    let groups: HashMap<_, _> =
        groups.into_iter().map(|(name, group)| (name, Rc::new(group))).collect();
    let mut all = Vec::new();
    for machine in machines {
        let members = Rc::clone(&groups[&group(machine)]);
        let front = fronts.get(&machine).map(|front| front.address());
        let placement = placements[&machine].clone();
        all.push(match hidden {
            Some(attachment) if front.is_none() && members.is_alone() => {
                maybe_one_of(machine, placement, attachment)
            }
            _ => one_of(machine, placement, members, front),
        });
    }
    all
}

/// An attachment of which the plan shows neither the machine nor the target group: it may be of any
/// machine.
fn hidden_attachment(inventory: &Inventory) -> Option<&str> {
    let attachments = inventory.all("aws_lb_target_group_attachment").filter(|attachment| {
        let target = attachment.at("target_id");
        let is_hidden = target.value().is_unknown()
            && target.link_to(&["aws_instance", "aws_lambda_function", "aws_lb"]).links.is_empty();
        is_hidden || target_groups(&attachment.root()).is_empty()
    });
    attachments.map(|attachment| attachment.address()).next()
}

/// An instance that may be behind a load balancer with others.
fn maybe_one_of<'a>(
    machine: Resource<'a>,
    placement: ZonePlacement<'a>,
    attachment: &'a str,
) -> Zonal<'a> {
    let judged = placement.clone();
    let impact = move |lost: &[&str]| match of_one(&judged, "one instance", lost) {
        Impact::Lost(_) => Impact::Unknown(format!(
            "is lost; whether another does its work is unknown, since the plan does not show what \
             {attachment} registers"
        )),
        impact => impact,
    };
    Zonal::new(machine, "EC2 instance", placement, None, impact)
        .into_one()
        .with_details(instance_type(machine))
}

fn instance_type(machine: Resource<'_>) -> Vec<String> {
    machine.at("instance_type").string().known().map(str::to_owned).into_iter().collect()
}

/// Instances that a load balancer sends requests to, or that are one block of the configuration, by
/// their zones.
#[derive(Default)]
struct Group<'a> {
    by_zone: BTreeMap<&'a str, usize>,
    /// How many are in a zone that is not known.
    nowhere: usize,
}

impl<'a> Group<'a> {
    fn add(&mut self, placement: &ZonePlacement<'a>) {
        let zones = placement.zones();
        match (zones.first(), &placement.incomplete) {
            (Some(zone), None) => *self.by_zone.entry(zone).or_default() += 1,
            _ => self.nowhere += 1,
        }
    }

    fn total(&self) -> usize {
        self.nowhere + self.by_zone.values().sum::<usize>()
    }

    /// Whether all of it is in one zone, as far as the plan shows it.
    fn is_alone(&self) -> bool {
        self.total() == 1 || (self.nowhere == 0 && self.by_zone.len() == 1)
    }
}

fn one_of<'a>(
    machine: Resource<'a>,
    placement: ZonePlacement<'a>,
    group: Rc<Group<'a>>,
    front: Option<&'a str>,
) -> Zonal<'a> {
    let title = "EC2 instance";
    let details = instance_type(machine);
    let what = match front {
        Some(front) => format!("no other instance behind {front} is in another zone"),
        None => "one instance, and nothing says that another does its work".to_owned(),
    };
    if group.is_alone() {
        return Zonal::one(machine, title, &what, placement).with_details(details);
    }
    let judged = placement.clone();
    Zonal::new(machine, title, placement, None, move |lost| {
        let impact = of_one(&judged, &what, lost);
        let Impact::Lost(_) = impact else { return impact };
        let left: usize = group
            .by_zone
            .iter()
            .filter(|(zone, _)| !lost.contains(zone))
            .map(|(_, instances)| instances)
            .sum();
        let total = group.total();
        match (front, left) {
            (_, 0) if group.nowhere > 0 => {
                Impact::Unknown("is lost; the zones of the others are not known".to_owned())
            }
            (_, 0) => impact,
            (Some(front), left) => Impact::Degraded(format!(
                "is lost; {left} of {total} instances behind {front} are left"
            )),
            (None, left) => Impact::Unknown(format!(
                "is lost; whether the {left} of {total} that are left do its work, the plan does \
                 not show"
            )),
        }
    })
    .into_one()
    .with_details(details)
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

/// The volumes that are attached to no instance of the plan: the others are lost with theirs, and
/// so is their row.
fn volumes(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let attachments = inventory.all("aws_volume_attachment");
    let attached: HashSet<Resource> = attachments
        .filter(|attachment| !attachment.at("instance_id").links("aws_instance").links.is_empty())
        .flat_map(|attachment| attachment.at("volume_id").links("aws_ebs_volume").links)
        .map(|link| link.resource)
        .collect();
    let volumes = inventory.all("aws_ebs_volume").filter(|volume| !attached.contains(volume));
    volumes
        .map(|volume| {
            let size = volume.at("size").number().known().map(|size| format!("{size} GiB"));
            let placement = ZonePlacement::of_zones(&volume.at("availability_zone"));
            let what = "a volume is in one zone, and a snapshot is what is left of it";
            Zonal::one(volume, "EBS volume", what, placement)
                .with_details(size.into_iter().collect())
        })
        .collect()
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
