//! [`Reach`]: who can reach a listener of a load balancer: everyone, or only its network.

use crate::Resource;
use crate::aws::network::{GROUPS, SecurityGroupRule, has_open_rules};

/// Who gets to a listener.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Everyone on the internet.
    Everyone,
    /// Only what is in the network, or in ranges that are named.
    NetworkOnly,
    /// The plan does not show, for this reason.
    Open(String),
}

/// Who gets to a listener: nobody outside where the load balancer is internal, nor where no
/// security group of its lets everyone in to the listener's port. `openings` are the rules of all
/// security groups for what comes in.
pub fn reach(balancer: Resource, listener: Resource, openings: &[SecurityGroupRule]) -> Reach {
    let internal = balancer.at("internal");
    match internal.bool().or(false) {
        crate::Planned::Known(true) => return Reach::NetworkOnly,
        crate::Planned::Unknown => {
            return Reach::Open(format!("whether it is internal: {}", internal.known_later()));
        }
        _ => {}
    }
    let groups = balancer.at("security_groups");
    let Some(port) = listener.at("port").number().known().map(|port| port as u16) else {
        return Reach::Everyone;
    };
    let links = groups.links_to(&GROUPS);
    if !groups.value().is_set() || links.links.is_empty() && links.is_complete() {
        // The default group of the VPC, or none at all, of which nothing is known here.
        return Reach::Everyone;
    }
    let of_groups = || {
        openings.iter().filter(|opening| {
            opening.group.is_some_and(|group| links.resources().any(|one| one == group))
        })
    };
    if of_groups().any(|opening| opening.world().is_some() && opening.includes(port)) {
        return Reach::Everyone;
    }
    if !links.is_complete() {
        return Reach::Open(format!("who gets to it: {}", links.reason()));
    }
    let may_be = of_groups().find(|opening| {
        (opening.world().is_some() && opening.ports.is_none())
            || opening.may_be_world().is_some()
            || opening.has_prefix_list()
    });
    match (may_be, links.resources().find_map(has_open_rules)) {
        (Some(opening), _) => Reach::Open(format!(
            "whom {} lets in is known only after the apply",
            opening.place.resource().address()
        )),
        (None, Some(reason)) => Reach::Open(reason),
        (None, None) if of_groups().next().is_none() => {
            Reach::Open("no rule of its security groups is part of this plan".to_owned())
        }
        (None, None) => Reach::NetworkOnly,
    }
}
