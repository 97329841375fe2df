use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-firewall",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6"],
    page: include_str!("../../../docs/rules/log-firewall.md"),
    check,
};

fn check(check: &mut Check) {
    for firewall in check.all("aws_wafv2_web_acl") {
        let logs = check.inventory().referrers(firewall, "aws_wafv2_web_acl_logging_configuration", "resource_arn");
        match logs.first() {
            Some(log) => check.pass(&log.at("log_destination_configs")),
            None => check.fail(&firewall.root(), "nothing tells which requests it blocks"),
        }
    }
}
