use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-slow-start",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "APP-3"],
    page: include_str!("../../../docs/rules/aws-slow-start.md"),
    check,
};

/// Algorithms that know no slow start. Source: Application Load Balancer, "Slow start mode".
const WITHOUT: [&str; 2] = ["least_outstanding_requests", "weighted_random"];

fn check(check: &mut Check) {
    for group in check.all_of(&["aws_alb_target_group", "aws_lb_target_group"]) {
        let slow_start = group.at("slow_start");
        let algorithm = group.at("load_balancing_algorithm_type").text().known().unwrap_or_default();
        let mitigates = group.at("load_balancing_anomaly_mitigation").text() == Known("on");
        check.accept(&slow_start, slow_start.number().or(0.0), |seconds| {
            let refused = seconds > 0.0 && WITHOUT.contains(&algorithm);
            refused.then(|| format!("{algorithm} does not work with a slow start"))
        });
        if mitigates {
            let mitigation = group.at("load_balancing_anomaly_mitigation");
            let is_random = Known(algorithm == "weighted_random");
            check.expect(&mitigation, is_random, "anomaly mitigation needs the algorithm weighted_random");
        }
    }
}
