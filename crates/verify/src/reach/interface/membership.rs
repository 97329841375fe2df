//! Which security groups an interface is a member of.

use super::attachment::first_interface;
use crate::aws::balancing::is_application;
use crate::aws::launch_template::template_of;
use crate::aws::network::{CARRIERS, Follow, GROUPS, RULES, Subnet, ZonePlacement};
use crate::reach::group::Groups;
use crate::{AttributePath, Planned, Resource};

/// Why the group that AWS makes with something may have more rules than AWS gives it.
fn more_rules(of: Resource) -> Option<String> {
    let mut rules =
        RULES.iter().flat_map(|kind| of.inventory().referrers(of, kind, "security_group_id"));
    let rule = rules.next()?;
    Some(format!(
        "{} adds to the security group that AWS makes with {}, which is not followed",
        rule.address(),
        of.address()
    ))
}

/// The security groups of a resource.
pub fn groups<'a>(resource: Resource<'a>, placement: &ZonePlacement<'a>) -> Groups<'a> {
    let none = Groups::default();
    match resource.kind() {
        "aws_nat_gateway" => none,
        // A Network Load Balancer may have none, and a Gateway Load Balancer has none.
        // Source: Elastic Load Balancing, "Security groups for your Network Load Balancers".
        "aws_lb"
            if !is_application(resource) && !resource.at("security_groups").value().is_set() =>
        {
            none
        }
        "aws_autoscaling_group" => match template_of(resource) {
            Some(template) => {
                let places = ["network_interfaces.0.security_groups", "vpc_security_group_ids"]
                    .map(|path| template.at(path));
                named(&places, placement)
            }
            None => {
                match resource.at("launch_configuration").link("aws_launch_configuration").one() {
                    Some(configuration) => named(&[configuration.at("security_groups")], placement),
                    None => Groups {
                        filters: true,
                        doubt: Some(format!(
                            "the launch template of {} is not known",
                            resource.address()
                        )),
                        ..none
                    },
                }
            }
        },
        "aws_eks_cluster" => {
            let place = resource.at("vpc_config.0.security_group_ids");
            let own = if is_given(&place) { named(&[place], placement) } else { none };
            with_cluster(own, resource)
        }
        "aws_eks_node_group" | "aws_eks_fargate_profile" => {
            let given = template_of(resource)
                .map(|template| {
                    ["network_interfaces.0.security_groups", "vpc_security_group_ids"]
                        .map(|path| template.at(path))
                })
                .filter(|places| places.iter().any(is_given));
            let is_written = !resource.at("launch_template").items().is_empty();
            match (given, resource.at("cluster_name").link("aws_eks_cluster").proven()) {
                (Some(places), _) => named(&places, placement),
                (None, Ok(cluster))
                    if !cluster.is_data() && (!is_written || template_of(resource).is_some()) =>
                {
                    with_cluster(none, cluster)
                }
                _ => Groups {
                    filters: true,
                    doubt: Some(format!(
                        "the security groups of {} are not part of this plan",
                        resource.address()
                    )),
                    ..none
                },
            }
        }
        "aws_instance" if first_interface(resource).is_some() => match first_interface(resource) {
            Some(Ok(own)) => named(&[own.at("security_groups")], placement),
            _ => Groups {
                filters: true,
                doubt: Some(format!(
                    "the network interface of {} is not known",
                    resource.address()
                )),
                ..none
            },
        },
        kind => {
            let arguments = CARRIERS.iter().filter(|(carrier, _)| *carrier == kind);
            let places: Vec<_> = arguments.map(|(_, argument)| resource.at(argument)).collect();
            named(&places, placement)
        }
    }
}

/// The groups that the first argument names that is given; where none is, the default group of the
/// network.
fn named<'a>(places: &[AttributePath<'a>], placement: &ZonePlacement<'a>) -> Groups<'a> {
    let Some(place) = places.iter().find(|place| is_given(place)) else {
        return default_group(placement);
    };
    let links = place.links_to(&GROUPS);
    let is_data = links.resources().find(|group| group.is_data());
    let doubt = match is_data {
        Some(group) => Some(format!("the rules of {} are not part of this plan", group.address())),
        None if !links.is_complete() || links.ambiguous.is_some() => Some(links.reason()),
        None if links.links.is_empty() => Some(place.known_later()),
        None => None,
    };
    let known = links.resources().filter(|_| links.ambiguous.is_none()).collect();
    Groups { known, filters: true, doubt, made_with: None }
}

fn is_given(place: &AttributePath) -> bool {
    match place.value() {
        Planned::Known(value) => !value.as_array().is_some_and(Vec::is_empty),
        Planned::Unknown => place.waits(),
        Planned::Absent => false,
    }
}

/// With the group that EKS makes with a cluster, which the control plane and nodes without groups
/// of their own are members of. Source: Amazon EKS User Guide, "View Amazon EKS security group
/// requirements for clusters".
fn with_cluster<'a>(groups: Groups<'a>, cluster: Resource<'a>) -> Groups<'a> {
    let doubt = groups.doubt.or_else(|| more_rules(cluster));
    Groups { filters: true, made_with: Some(cluster), doubt, ..groups }
}

fn default_group<'a>(placement: &ZonePlacement<'a>) -> Groups<'a> {
    let unknown =
        |reason: String| Groups { filters: true, doubt: Some(reason), ..Groups::default() };
    let Some((subnet, _)) = placement.subnets.first().filter(|_| !placement.is_ambiguous) else {
        return unknown(
            "its security group is the default one of a network that is not known".to_owned(),
        );
    };
    let vpc = match Subnet(*subnet).network(Follow::Proven) {
        Ok(Some(vpc)) if !vpc.is_data() => vpc,
        Ok(_) => {
            return unknown(
                "its security group is the default one of a network that is not part of this plan"
                    .to_owned(),
            );
        }
        Err(reason) => return unknown(reason),
    };
    match Follow::Proven.referrers(vpc, "aws_default_security_group", "vpc_id") {
        Ok(adopted) => match adopted.first() {
            Some(group) => Groups { known: vec![*group], filters: true, ..Groups::default() },
            None => Groups {
                filters: true,
                made_with: Some(vpc),
                doubt: more_rules(vpc),
                ..Groups::default()
            },
        },
        Err(reason) => unknown(reason),
    }
}
