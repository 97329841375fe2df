//! Listeners of load balancers, and what they do with what they receive.

use super::inventory::Inventory;
use super::place::Place;
use super::resource::Resource;

/// Every listener.
pub fn listeners(inventory: &Inventory) -> impl Iterator<Item = Resource<'_>> {
    inventory.all_of(&["aws_lb_listener", "aws_alb_listener"])
}

/// The load balancer of a listener, where it is part of the plan.
pub fn balancer(listener: Resource<'_>) -> Option<Resource<'_>> {
    listener.at("load_balancer_arn").link_to(&["aws_lb", "aws_alb"]).one()
}

/// What a listener does: its own actions, then those of its rules.
pub fn actions(listener: Resource<'_>) -> Vec<Place<'_>> {
    let rules = listener.inventory().referrers(listener, &format!("{}_rule", listener.kind()), "listener_arn");
    let of_rules = rules.into_iter().flat_map(|rule| rule.at("action").items());
    listener.at("default_action").items().into_iter().chain(of_rules).collect()
}
