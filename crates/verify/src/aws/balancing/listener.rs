//! Listeners of load balancers, and what they do with what they receive.

use crate::{AttributePath, Inventory, Links, Planned, Resource};

/// Every listener.
pub fn listeners(inventory: &Inventory) -> impl Iterator<Item = Resource<'_>> {
    inventory.all("aws_lb_listener")
}

/// The listeners of a load balancer.
pub fn listeners_of(balancer: Resource<'_>) -> Vec<Resource<'_>> {
    balancer.inventory().referrers(balancer, "aws_lb_listener", "load_balancer_arn")
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
///
/// # Errors
/// Why it is not certain which rules are the listener's, where one of them may be.
pub fn actions(listener: Resource<'_>) -> Result<Vec<AttributePath<'_>>, String> {
    let mut actions = listener.at("default_action").items();
    for rule in listener.inventory().all("aws_lb_listener_rule") {
        match is_rule_of(rule, listener) {
            Ok(true) => actions.extend(rule.at("action").items()),
            Ok(false) => {}
            Err(reason) => return Err(reason),
        }
    }
    Ok(actions)
}

/// Whether a rule is a listener's. A block with several instances, of which a plan does not show
/// the one that is chosen, does not show.
fn is_rule_of(rule: Resource, listener: Resource) -> Result<bool, String> {
    let links = rule.at("listener_arn").link(listener.kind());
    let among: Vec<_> = match &links.ambiguous {
        Some(ambiguous) => ambiguous.among.clone(),
        None => links.resources().collect(),
    };
    match (among.contains(&listener), links.proven()) {
        (false, _) => Ok(false),
        (true, Ok(one)) => Ok(one == listener),
        (true, Err(reason)) => {
            Err(format!("whether {} is one of its rules: {reason}", rule.address()))
        }
    }
}

/// The ports a load balancer answers on.
#[derive(Debug)]
pub enum Ports {
    /// Those of its listeners.
    Known(Vec<u16>),
    /// It has no listener in this plan: they are made elsewhere.
    Elsewhere,
}

/// Whether an `aws_lb` is an Application Load Balancer, as it is by default.
pub fn is_application(balancer: Resource) -> bool {
    balancer.at("load_balancer_type").string().or("application") == Planned::Known("application")
}

/// Whether something is a load balancer.
pub fn is_balancer(resource: &Resource) -> bool {
    matches!(resource.kind(), "aws_lb" | "aws_elb")
}

/// The ports that a load balancer answers on.
///
/// # Errors
/// Why a port is not known.
pub fn ports_of(balancer: Resource) -> Result<Ports, String> {
    let own = balancer.at("listener").items().into_iter().map(|listener| listener.at("lb_port"));
    let listeners = listeners_of(balancer);
    let places: Vec<_> =
        own.chain(listeners.into_iter().map(|listener| listener.at("port"))).collect();
    let mut ports = Vec::new();
    for place in &places {
        match place.number().known() {
            Some(port) => ports.push(port as u16),
            None => {
                return Err(format!(
                    "the port of {} is known only after the apply",
                    place.resource().address()
                ));
            }
        }
    }
    Ok(if places.is_empty() { Ports::Elsewhere } else { Ports::Known(ports) })
}
