use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-lambda-interfaces",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-3", "FN-2"],
    page: include_str!("../../../docs/rules/destroy-lambda-interfaces.md"),
    check,
};

fn check(check: &mut Check) {
    for function in check.all("aws_lambda_function") {
        if function.at("vpc_config").items().is_empty() {
            continue;
        }
        let (replace, groups) =
            (function.at("replace_security_groups_on_destroy"), function.at("replacement_security_group_ids"));
        check.expect(
            &replace,
            replace.flag(),
            "keeps its security groups in use for up to an hour after it is destroyed",
        );
        if replace.flag() == Known(true) {
            check.expect(
                &groups,
                Known(groups.value().is_set()),
                "has no other security group to hand its interfaces to",
            );
        }
    }
}
