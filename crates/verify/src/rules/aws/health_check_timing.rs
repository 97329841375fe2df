use crate::Planned::Known;
use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-health-check-timing",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "APP-3"],
    page: include_str!("../../../docs/rules/aws-health-check-timing.md"),
    check,
};

/// Seconds where nothing is set, of HTTP and HTTPS. Source: ELB API, `CreateTargetGroup`.
const DEFAULT_INTERVAL: f64 = 30.0;
const DEFAULT_TIMEOUT: f64 = 5.0;

fn check(check: &mut Check) {
    for group in check.all_of(&["aws_alb_target_group", "aws_lb_target_group"]) {
        // Network load balancers bear a timeout as long as the interval.
        if matches!(group.at("protocol").text(), Known("HTTP" | "HTTPS")) {
            compare(check, &group.at("health_check.0"));
        }
    }
    for balancer in check.all("aws_elb") {
        compare(check, &balancer.at("health_check.0"));
    }
}

fn compare<'a>(check: &mut Check<'a>, health: &Place<'a>) {
    if !health.value().is_set() {
        return;
    }
    let (timeout, interval) = (health.at("timeout"), health.at("interval"));
    let seconds = interval.number().or(DEFAULT_INTERVAL);
    let both = seconds.and_then(|every| timeout.number().or(DEFAULT_TIMEOUT).map(|longest| (longest, every)));
    check.accept(&timeout, both, |(longest, every)| {
        (longest >= every).then(|| format!("waits {longest} seconds for an answer that is asked for every {every}"))
    });
}
