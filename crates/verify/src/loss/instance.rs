//! EC2 instances: alone, or with others behind a load balancer or of one block.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::impact::Impact;
use super::machine_group::of_template;
use super::spread::egress_paths;
use super::zonal::{Zonal, of_one};
use crate::aws::balancing::{behind_classic, target_groups, targets};
use crate::aws::network::ZonePlacement;
use crate::modules::without_keys;
use crate::{Inventory, Resource};

/// The instances, without those that are the way out of subnets: what depends on them is judged
/// there.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
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
