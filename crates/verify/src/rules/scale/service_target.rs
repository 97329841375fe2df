use crate::Planned::Known;
use crate::Resource;
use crate::loss::scalable_target;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "scale-service-target",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["APP-2"],
    page: include_str!("../../../docs/rules/scale-service-target.md"),
    check,
};

fn check(check: &mut Check) {
    let is_replica = |service: &Resource| service.at("scheduling_strategy").text().or("REPLICA") == Known("REPLICA");
    for service in check.all("aws_ecs_service").filter(is_replica) {
        let place = service.at("desired_count");
        match scalable_target(service) {
            Some(_) => check.pass(&place),
            None => {
                check.fail(&place, "the number of tasks is fixed: nothing adds any when load grows or a zone is lost")
            }
        }
    }
}
