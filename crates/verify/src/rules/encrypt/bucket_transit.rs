use crate::planned::Planned::Known;
use crate::policy::{Condition, Statement, policies_of};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-bucket-transit",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-4", "ST-3"],
    page: include_str!("../../../docs/rules/encrypt-bucket-transit.md"),
    check,
};

fn check(check: &mut Check) {
    for bucket in check.all("aws_s3_bucket") {
        let all = check.policies();
        let policies = policies_of(&all, bucket);
        let Some(first) = policies.first() else {
            check.fail(&bucket.root(), "no policy refuses requests that come in clear");
            continue;
        };
        let mut statements = policies.iter().flat_map(|policy| &policy.statements);
        if statements.any(refuses_clear) {
            check.pass(&first.place);
        } else if let Some(open) = policies.iter().find(|policy| !policy.is_complete()) {
            check.unknown(&open.place, open.reason());
        } else {
            check.fail(&first.place, "it does not refuse requests that come in clear");
        }
    }
}

fn refuses_clear(statement: &Statement) -> bool {
    let everyone = statement.principals.iter().any(|principal| principal.is_everyone());
    let mut conditions = statement.conditions_on("aws:SecureTransport");
    statement.allows == Known(false) && everyone && conditions.any(is_false)
}

fn is_false(condition: &Condition) -> bool {
    condition.values.iter().any(|value| value.text.as_deref().is_some_and(|text| text.eq_ignore_ascii_case("false")))
}
