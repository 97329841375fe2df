use crate::loss::Spread;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-function-spans",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["FN-2"],
    page: include_str!("../../../docs/rules/zone-function-spans.md"),
    check,
};

fn check(check: &mut Check) {
    for spread in check.all("aws_lambda_function").filter_map(Spread::of_function) {
        check.expect_span(&spread.resource.at("vpc_config.0.subnet_ids"), &spread.standing);
    }
}
