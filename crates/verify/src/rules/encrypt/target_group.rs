use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-target-group",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-4", "APP-3"],
    page: include_str!("../../../docs/rules/encrypt-target-group.md"),
    check,
};

fn check(check: &mut Check) {
    let groups = check.all_of(&["aws_lb_target_group", "aws_alb_target_group"]);
    for group in groups.filter(|group| group.at("target_type").text() != Known("lambda")) {
        for (path, otherwise) in [
            ("protocol", "what comes encrypted is handed on in clear"),
            ("health_check.0.protocol", "whether a target speaks TLS is not checked"),
        ] {
            let protocol = group.at(path);
            let is_tls = protocol.text().map(|protocol| ["HTTPS", "TLS"].contains(&protocol));
            check.expect(&protocol, is_tls, otherwise);
        }
    }
}
