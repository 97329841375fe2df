use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-redacted",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-4", "ALL-6"],
    page: include_str!("../../../docs/rules/log-redacted.md"),
    check,
};

/// The headers that carry who someone is.
const SECRET: [&str; 2] = ["authorization", "cookie"];

fn check(check: &mut Check) {
    for log in check.all("aws_wafv2_web_acl_logging_configuration") {
        let place = log.at("redacted_fields");
        let names = place.items().into_iter().flat_map(|field| field.at("single_header").items());
        let names: Vec<_> = names.map(|header| header.at("name").text()).collect();
        let missing = SECRET.into_iter().find(|secret| !names.contains(&Known(secret)));
        match missing {
            Some(header) => check.fail(&place, format!("the header {header} of every request is logged")),
            None => check.pass(&place),
        }
    }
}
