use crate::Planned::Known;
use crate::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-provisioned-concurrency",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "FN-1"],
    page: include_str!("../../../docs/rules/aws-provisioned-concurrency.md"),
    check,
};

fn check(check: &mut Check) {
    for concurrency in check.all("aws_lambda_provisioned_concurrency_config") {
        let qualifier = concurrency.at("qualifier");
        if qualifier.text() == Known("$LATEST") {
            check.fail(&qualifier, "$LATEST cannot be kept warm: AWS wants a published version or an alias");
            continue;
        }
        let unpublished = qualifier.link("aws_lambda_function").one().filter(|function| !publishes(*function));
        match unpublished {
            Some(function) => {
                check.fail(
                    &qualifier,
                    format!("{} publishes no versions, so that its version is $LATEST", function.address()),
                );
            }
            None => check.pass(&qualifier),
        }
    }
}

fn publishes(function: Resource) -> bool {
    function.at("publish").flag().or(false) != Known(false)
}
