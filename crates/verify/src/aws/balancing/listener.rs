//! Listeners of load balancers, and what they do with what they receive.

use crate::{Inventory, Links, Place, Resource};

/// Every listener.
pub fn listeners(inventory: &Inventory) -> impl Iterator<Item = Resource<'_>> {
    inventory.all("aws_lb_listener")
}

/// The load balancer of a listener, where it is part of the plan.
pub fn balancer(listener: Resource<'_>) -> Option<Resource<'_>> {
    balancer_links(listener).one()
}

/// The load balancers that a listener may be one of.
pub(super) fn balancer_links(listener: Resource<'_>) -> Links<'_> {
    listener.at("load_balancer_arn").link("aws_lb")
}

/// What a listener does: its own actions, then those of its rules.
pub fn actions(listener: Resource<'_>) -> Vec<Place<'_>> {
    let rules = listener.inventory().referrers(listener, "aws_lb_listener_rule", "listener_arn");
    let of_rules = rules.into_iter().flat_map(|rule| rule.at("action").items());
    listener.at("default_action").items().into_iter().chain(of_rules).collect()
}
