//! Tasks that run stay within reach until new ones have taken their place.
//!
//! ## Why
//!
//! When the port of a container changes, Terraform changes the security groups and the service
//! within seconds of each other, while ECS replaces the tasks in minutes. Tasks that still listen
//! on the old port are cut off at once, fail their health checks, and are stopped: until the first
//! new task is healthy, nobody is answered. The rule looks at each service that the plan changes in
//! place. It follows the connections of its load balancers to the tasks that run, once through the
//! network that exists and once through the network that the plan makes.
//!
//! The same happens where the plan replaces the target group of a service, as a new `port` or
//! `protocol` of the group does: the listener sends all requests to the new group, in which no task
//! is registered yet, and the load balancer answers 503.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "tasks" {
//!   security_group_id            = aws_security_group.tasks.id
//!   referenced_security_group_id = aws_security_group.load_balancer.id
//!   ip_protocol                  = "tcp"
//!   from_port                    = 9443 # the tasks that run listen on 8443
//!   to_port                      = 9443
//! }
//! ```
//!
//! ## Fix
//!
//! Change it in two steps: open the new port beside the old one and apply; close the old port by a
//! second apply, once the service is stable. Of a target group, make a second one, and take the
//! first away once no task is registered in it.
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "tasks" {
//!   for_each                     = toset(["8443", "9443"])
//!   security_group_id            = aws_security_group.tasks.id
//!   referenced_security_group_id = aws_security_group.load_balancer.id
//!   ip_protocol                  = "tcp"
//!   from_port                    = each.key
//!   to_port                      = each.key
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS API Reference, UpdateService: loadBalancers](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html)
//! - [Target groups for your Application Load Balancers](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html)
//! - [Troubleshoot your Application Load Balancers: HTTP 503](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html)

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use crate::Planned::Known;
use crate::aws::balancing::{listeners, target_groups};
use crate::reach::{End, Flow, Reach, Verdict};
use crate::{Action, AttributePath, Check, Resource};

rule! { Error, AnyStack, ["ALL-8", "NET-3"] }

fn check(check: &mut Check) {
    let services = check.all("aws_ecs_service").filter(is_rolled);
    let rolled: Vec<_> = services.map(|service| (service, ports_left(service))).collect();
    let is_moved = rolled.iter().any(|(_, ports)| !ports.is_empty());
    let before = is_moved.then(|| check.inventory().before());
    let today = before.as_ref().map(Reach::of);
    for (service, ports) in &rolled {
        if let Some(today) = today.as_ref().filter(|_| !ports.is_empty()) {
            network(check, *service, ports, today);
        }
        for block in service.at("load_balancer").items() {
            target_group(check, &block);
        }
    }
}

/// Whether a service has tasks that a deployment of ECS's own replaces one by one.
fn is_rolled(service: &Resource) -> bool {
    let before = service.before();
    let has_tasks =
        before["desired_count"] != 0 || before["scheduling_strategy"].as_str() == Some("DAEMON");
    let by_ecs = service.at("deployment_controller.0.type").string().or("ECS") == Known("ECS");
    service.actions() == [Action::Update] && has_tasks && by_ecs
}

/// The ports of the tasks that run, without those of the new ones.
fn ports_left(service: Resource) -> BTreeSet<u16> {
    let blocks = service.before()["load_balancer"].as_array().into_iter().flatten();
    let port = |block: &Value| block["container_port"].as_u64()?.try_into().ok();
    let mut ports: BTreeSet<u16> = blocks.filter_map(port).collect();
    for block in service.at("load_balancer").items() {
        if let Known(port) = block.at("container_port").number() {
            ports.remove(&(port as u16));
        }
    }
    ports
}

/// The flows of a stack to the ports of a service's tasks, by what they are called.
fn flows<'f, 'a>(
    reach: &'f Reach<'a>,
    service: Resource,
    ports: &BTreeSet<u16>,
) -> HashMap<String, &'f Flow<'a>> {
    let is_to = |flow: &&Flow| match flow.to {
        End::Resource(to) => to.address() == service.address() && ports.contains(&flow.port),
        _ => false,
    };
    reach.flows.iter().filter(is_to).map(|flow| (flow.to_string(), flow)).collect()
}

/// Checks that what reaches the running tasks today still does so after the network has changed.
fn network<'a>(check: &mut Check<'a>, service: Resource<'a>, ports: &BTreeSet<u16>, today: &Reach) {
    let place = service.at("load_balancer.0.container_port");
    let still = check.inventory().with_still(service);
    let still = Reach::of(&still);
    let before = flows(today, service, ports);
    let mut all: Vec<_> = flows(&still, service, ports).into_iter().collect();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (name, flow) in all {
        let until = "until they are replaced";
        let today = before.get(&name).map(|flow| flow.verdict());
        match (today, flow.verdict()) {
            // Nothing reached them before either.
            (Some(Verdict::Blocked) | None, _) => {}
            (_, Verdict::Open) => check.pass(&place),
            (Some(Verdict::Open), Verdict::Blocked) => {
                let missing = flow.blocked().map(|(_, block)| &block.missing).next();
                let missing = missing.map(String::as_str).unwrap_or_default();
                check.fail(
                    &place,
                    format_args!("{name}, where tasks listen {until}, is cut off: {missing}"),
                );
            }
            (Some(Verdict::Unknown), _) | (_, Verdict::Unknown) => {
                let reason = flow.reasons().next().unwrap_or("what exists is not all known");
                check.unknown(
                    &place,
                    format_args!(
                        "whether {name}, where tasks listen {until}, stays open: {reason}"
                    ),
                );
            }
        }
    }
}

/// Checks that the target group is not replaced: the new one has no running tasks in it.
fn target_group<'a>(check: &mut Check<'a>, block: &AttributePath<'a>) {
    let place = block.at("target_group_arn");
    let Ok(group) = place.link("aws_lb_target_group").proven() else { return };
    if !group.actions().contains(&Action::Delete) {
        return;
    }
    let Some(others) = beside(check, group) else { return };
    let empty = "is replaced, and the new group is empty until the first new task is healthy";
    match others {
        false => check.fail(&place, format_args!("{} {empty}", group.address())),
        true => check.unknown(
            &place,
            format_args!("{} {empty}; other groups get a part of the requests", group.address()),
        ),
    }
}

/// Whether the load balancer has another group to send the same requests to; `None` where nothing
/// sends any to the group.
fn beside<'a>(check: &Check<'a>, group: Resource<'a>) -> Option<bool> {
    let rules = check.all("aws_lb_listener_rule").map(|rule| rule.at("action"));
    let defaults = listeners(check.inventory()).map(|listener| listener.at("default_action"));
    let forwards = defaults.chain(rules).map(|place| target_groups(&place));
    let mut own = forwards.filter(|groups| groups.contains(&group)).peekable();
    own.peek()?;
    Some(own.any(|groups| groups.iter().any(|other| *other != group)))
}
