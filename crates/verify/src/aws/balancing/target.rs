//! What load balancers send requests to: through listeners, their rules and target groups.

use std::collections::HashMap;

use super::listener::{balancer_links, listeners};
use crate::{AttributePath, Inventory, Resource};

/// Pairs of a resource and another that it reaches.
type Pairs<'a> = Vec<(Resource<'a>, Resource<'a>)>;

/// Load balancers and what they balance: services, groups of machines, machines, functions.
pub fn balanced(inventory: &Inventory) -> Pairs<'_> {
    let fronts = fronts(inventory);
    let of_group = |group: Resource, target| {
        fronts
            .get(group.address())
            .into_iter()
            .flatten()
            .map(move |front| (*front, target))
            .collect::<Vec<_>>()
    };
    let mut pairs: Pairs = targets(inventory)
        .into_iter()
        .flat_map(|(group, target)| of_group(group, target))
        .collect();
    pairs.extend(behind_classic(inventory));
    pairs
}

/// The load balancers that send requests to each target group, by its address.
pub fn fronts(inventory: &Inventory) -> HashMap<&str, Vec<Resource<'_>>> {
    let mut fronts: HashMap<&str, Vec<Resource>> = HashMap::new();
    for listener in listeners(inventory) {
        let balancers: Vec<_> = balancer_links(listener).resources().collect();
        for group in target_groups(&listener.at("default_action")) {
            fronts.entry(group.address()).or_default().extend(&balancers);
        }
    }
    for rule in inventory.all("aws_lb_listener_rule") {
        let listeners = rule.at("listener_arn").links("aws_lb_listener");
        let balancers: Vec<_> = listeners
            .resources()
            .flat_map(|listener| balancer_links(listener).links)
            .map(|link| link.resource)
            .collect();
        for group in target_groups(&rule.at("action")) {
            fronts.entry(group.address()).or_default().extend(&balancers);
        }
    }
    fronts
}

/// The target groups that blocks name: by their values, else by what their expressions refer to.
pub fn target_groups<'a>(blocks: &AttributePath<'a>) -> Vec<Resource<'a>> {
    let of_block = |block: &AttributePath<'a>| {
        let forward = block.at("forward.0.target_group").items();
        let arns: Vec<_> = forward
            .iter()
            .map(|group| group.at("arn"))
            .chain([block.at("target_group_arn")])
            .collect();
        arns.iter()
            .flat_map(|arn| arn.links("aws_lb_target_group").links)
            .map(|link| link.resource)
            .collect::<Vec<_>>()
    };
    let named: Vec<_> = blocks.items().iter().flat_map(of_block).collect();
    if named.is_empty() { blocks.links("aws_lb_target_group").resources().collect() } else { named }
}

/// Target groups and what registers with them.
pub fn targets(inventory: &Inventory) -> Pairs<'_> {
    let mut pairs = Vec::new();
    for (kind, argument) in
        [("aws_ecs_service", "load_balancer"), ("aws_autoscaling_group", "target_group_arns")]
    {
        for target in inventory.all(kind) {
            pairs.extend(
                target_groups(&target.at(argument)).into_iter().map(|group| (group, target)),
            );
        }
    }
    for attachment in inventory.all("aws_autoscaling_attachment") {
        let machines = attachment.at("autoscaling_group_name").links("aws_autoscaling_group");
        for group in attachment.at("lb_target_group_arn").links("aws_lb_target_group").resources() {
            pairs.extend(machines.resources().map(|machines| (group, machines)));
        }
    }
    for attachment in inventory.all("aws_lb_target_group_attachment") {
        let targets =
            attachment.at("target_id").link_to(&["aws_instance", "aws_lambda_function", "aws_lb"]);
        for group in target_groups(&attachment.root()) {
            pairs.extend(targets.resources().map(|target| (group, target)));
        }
    }
    pairs
}

/// Classic load balancers and what registers with them.
pub fn behind_classic(inventory: &Inventory) -> Pairs<'_> {
    let mut pairs = Vec::new();
    for balancer in inventory.all("aws_elb") {
        pairs.extend(
            balancer
                .at("instances")
                .links("aws_instance")
                .resources()
                .map(|machine| (balancer, machine)),
        );
    }
    for attachment in inventory.all("aws_elb_attachment") {
        let machine = attachment.at("instance").link("aws_instance").one();
        pairs.extend(attachment.at("elb").link("aws_elb").one().zip(machine));
    }
    for machines in inventory.all("aws_autoscaling_group") {
        let balancers = machines.at("load_balancers").links("aws_elb");
        pairs.extend(balancers.resources().map(|balancer| (balancer, machines)));
    }
    for attachment in inventory.all("aws_autoscaling_attachment") {
        let machines = attachment.at("autoscaling_group_name").link("aws_autoscaling_group").one();
        pairs.extend(attachment.at("elb").link("aws_elb").one().zip(machines));
    }
    pairs
}
