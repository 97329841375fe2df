//! An ECS service waits for the listener that its target group gets its requests from.
//!
//! ## Why
//!
//! `The target group with targetGroupArn … does not have an associated load balancer`: ECS refuses
//! a service whose target group no listener uses yet. A service names only the target group, so
//! Terraform makes it while the load balancer is still being made, tries for two minutes, and gives
//! up. At a destroy the order is the reverse: without the dependency the listener goes first, under
//! running tasks.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   load_balancer {
//!     target_group_arn = aws_lb_target_group.payments.arn
//!     container_name   = "payments"
//!     container_port   = 8443
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Write `depends_on = [aws_lb_listener.https]` into the service, or `depends_on` of the whole
//! module.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   load_balancer {
//!     target_group_arn = aws_lb_target_group.payments.arn
//!     container_name   = "payments"
//!     container_port   = 8443
//!   }
//!
//!   depends_on = [aws_lb_listener.https]
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_ecs_service](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service)
//! - [Use load balancing to distribute service traffic](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html)
//! - [terraform-provider-aws issue 3495](https://github.com/hashicorp/terraform-provider-aws/issues/3495)

use crate::{Action, AttributePath, Check, Resource};

rule! { Warning, AnyStack, ["ALL-3", "ALL-7", "APP-3"] }

/// What sends requests to a target group.
const ROUTES: [&str; 2] = ["aws_lb_listener", "aws_lb_listener_rule"];

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        // A service that exists already is attached to its load balancer.
        if !service.actions().contains(&Action::Create) {
            continue;
        }
        for balancer in service.at("load_balancer").items() {
            let target = balancer.at("target_group_arn");
            if let Some(group) = target.link("aws_lb_target_group").one() {
                check_service(check, service, group, &target);
            }
        }
    }
}

fn check_service<'a>(
    check: &mut Check<'a>,
    service: Resource<'a>,
    group: Resource<'a>,
    target: &AttributePath<'a>,
) {
    let routes: Vec<_> = check.all_of(&ROUTES).filter(|route| sends_to(*route, group)).collect();
    let Some(first) = routes.first() else { return };
    let otherwise = format!(
        "does not wait for {}, without which {} has no load balancer",
        first.address(),
        group.address()
    );
    // The provider retries as long as only the listener is missing, so waiting for the load
    // balancer is enough.
    let waits = service.waits_for(|before| routes.contains(&before) || before.kind() == "aws_lb");
    check.expect(target, waits, otherwise);
}

fn sends_to(route: Resource, group: Resource) -> bool {
    let actions =
        route.at(if route.kind().ends_with("_rule") { "action" } else { "default_action" }).items();
    let groups = actions.iter().flat_map(|action| {
        let forward =
            action.at("forward.0.target_group").items().into_iter().map(|target| target.at("arn"));
        forward.chain([action.at("target_group_arn")])
    });
    groups.flat_map(|arn| arn.links(group.kind()).links).any(|link| link.resource == group)
}
