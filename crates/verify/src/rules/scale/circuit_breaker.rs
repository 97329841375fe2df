use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "scale-circuit-breaker",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-5"],
    page: include_str!("../../../docs/rules/scale-circuit-breaker.md"),
    check,
};

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        for (path, otherwise) in [
            ("deployment_circuit_breaker.0.enable", "a deployment whose tasks do not start goes on for ever"),
            ("deployment_circuit_breaker.0.rollback", "a failed deployment leaves the service without its old tasks"),
        ] {
            let place = service.at(path);
            check.expect(&place, place.flag().or(false), otherwise);
        }
    }
}
