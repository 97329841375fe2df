use crate::loss::Service;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-service-spans",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["APP-1", "ALL-5"],
    page: include_str!("../../../docs/rules/zone-service-spans.md"),
    check,
};

fn check(check: &mut Check) {
    for service in Service::all(check.inventory()) {
        check.expect_span(&service.resource.at("network_configuration.0.subnets"), &service.standing);
    }
}
