use crate::planned::Planned::{Known, Unknown};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-workflow",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6", "DB-3"],
    page: include_str!("../../../docs/rules/log-workflow.md"),
    check,
};

fn check(check: &mut Check) {
    for workflow in check.all("aws_sfn_state_machine") {
        let level = workflow.at("logging_configuration.0.level");
        let is_logged = match level.text().or("OFF") {
            Unknown => Unknown,
            level => Known(level != Known("OFF")),
        };
        check.expect(&level, is_logged, "no log tells why an execution failed");
    }
}
