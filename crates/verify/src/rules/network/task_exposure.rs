//! Tasks have no public IP address, and are in private subnets.
//!
//! ## Why
//!
//! A task with a public address is reached past the load balancer, its firewall and its log,
//! wherever a security group allows it. In a public subnet without an address it reaches nothing,
//! not even its image.
//!
//! ## Example
//!
//! ```hcl
//! network_configuration {
//!   subnets          = aws_subnet.public[*].id
//!   assign_public_ip = true
//! }
//! ```
//!
//! ## Fix
//!
//! Name private subnets, whose way out is a NAT gateway, and leave `assign_public_ip` out.
//!
//! ```hcl
//! network_configuration {
//!   subnets         = aws_subnet.private[*].id
//!   security_groups = [aws_security_group.app.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS task networking options for Fargate](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html)
//! - [Security Hub control ECS.2](https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html)

use super::exposure::expect_private;
use crate::{AttributePath, Check};

rule! { Warning, AnyStack, ["NET-1"] }

fn check(check: &mut Check) {
    for network in networks(check) {
        let address = network.at("assign_public_ip");
        check.expect(&address, address.bool().not(), "each task has a public IP address");
        expect_private(check, &network.at("subnets"));
    }
}

/// Where tasks are started: by a service, by a rule of EventBridge or by a schedule.
fn networks<'a>(check: &Check<'a>) -> Vec<AttributePath<'a>> {
    let inventory = check.inventory();
    let services = inventory.all("aws_ecs_service").map(|service| service.root());
    let targets = inventory
        .all("aws_cloudwatch_event_target")
        .flat_map(|target| target.at("ecs_target").items());
    let schedules = inventory
        .all("aws_scheduler_schedule")
        .flat_map(|schedule| schedule.at("target.0.ecs_parameters").items());
    let starters = services.chain(targets).chain(schedules);
    starters.flat_map(|starter| starter.at("network_configuration").items()).collect()
}
