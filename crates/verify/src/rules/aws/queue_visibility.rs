use crate::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-queue-visibility",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "FN-1"],
    page: include_str!("../../../docs/rules/aws-queue-visibility.md"),
    check,
};

/// Seconds where nothing is set. Sources: SQS API, `CreateQueue`; Lambda API, `CreateFunction`.
const DEFAULT_VISIBILITY: f64 = 30.0;
const DEFAULT_TIMEOUT: f64 = 3.0;

fn check(check: &mut Check) {
    for mapping in check.all("aws_lambda_event_source_mapping") {
        let source = mapping.at("event_source_arn");
        let (Some(queue), Some(function)) = (source.link("aws_sqs_queue").one(), function(mapping)) else { continue };
        let visibility = queue.at("visibility_timeout_seconds");
        let timeout = function.at("timeout").number().or(DEFAULT_TIMEOUT);
        let both =
            visibility.number().or(DEFAULT_VISIBILITY).and_then(|hidden| timeout.map(|longest| (hidden, longest)));
        check.accept(&visibility, both, |(hidden, longest)| {
            let reason =
                || format!("hides a message for {hidden} seconds, and {} may take {longest}", function.address());
            (hidden < longest).then(reason)
        });
    }
}

/// The function of a mapping, which may name one of its aliases.
fn function<'a>(mapping: Resource<'a>) -> Option<Resource<'a>> {
    let target = mapping.at("function_name").link_to(&["aws_lambda_function", "aws_lambda_alias"]).one()?;
    match target.kind() {
        "aws_lambda_alias" => target.at("function_name").link("aws_lambda_function").one(),
        _ => Some(target),
    }
}
