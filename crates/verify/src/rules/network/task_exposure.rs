use super::exposure::expect_private;
use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-task-exposure",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["NET-1"],
    page: include_str!("../../../docs/rules/network-task-exposure.md"),
    check,
};

fn check(check: &mut Check) {
    for network in networks(check) {
        let address = network.at("assign_public_ip");
        check.expect(&address, address.flag().not(), "each task has an address in the internet");
        expect_private(check, &network.at("subnets"));
    }
}

/// Where tasks are started: by a service, by a rule of EventBridge or by a schedule.
fn networks<'a>(check: &Check<'a>) -> Vec<Place<'a>> {
    let inventory = check.inventory();
    let services = inventory.all("aws_ecs_service").map(|service| service.root());
    let targets = inventory.all("aws_cloudwatch_event_target").flat_map(|target| target.at("ecs_target").items());
    let schedules =
        inventory.all("aws_scheduler_schedule").flat_map(|schedule| schedule.at("target.0.ecs_parameters").items());
    let starters = services.chain(targets).chain(schedules);
    starters.flat_map(|starter| starter.at("network_configuration").items()).collect()
}
