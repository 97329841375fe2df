use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-lifecycle-filter",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "ST-2"],
    page: include_str!("../../../docs/rules/aws-lifecycle-filter.md"),
    check,
};

fn check(check: &mut Check) {
    for configuration in check.all("aws_s3_bucket_lifecycle_configuration") {
        for rule in configuration.at("rule").items() {
            let (filter, prefix) = (rule.at("filter"), rule.at("prefix"));
            // An empty prefix is one, if somebody wrote it.
            let has_prefix = prefix.text().is_set() || prefix.expression.is_set();
            if filter.value().is_set() && (filter.has_unknown() || !filter.items().is_empty()) || has_prefix {
                check.pass(&filter);
            } else {
                check.fail(&filter, "says nothing of the objects it is for, which a later provider refuses");
            }
        }
    }
}
