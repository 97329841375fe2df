use super::topic_key::usable;
use crate::grant::{Grant, SNS, grants};
use crate::planned::Planned::Known;
use crate::policy::policies_of;
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-subscription-delivery",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["MON-4"],
    page: include_str!("../../../docs/rules/alarm-subscription-delivery.md"),
    check,
};

const FUNCTIONS: [&str; 2] = ["aws_lambda_function", "aws_lambda_alias"];

fn check(check: &mut Check) {
    for subscription in check.all("aws_sns_topic_subscription") {
        let endpoint = subscription.at("endpoint");
        match subscription.at("protocol").text() {
            Known("sqs") => {
                let queues = endpoint.link("aws_sqs_queue");
                if let Some(queue) = queues.one().filter(|queue| !queue.is_data()) {
                    self::queue(check, subscription, queue);
                }
            }
            Known("lambda") => {
                let functions = endpoint.link_to(&FUNCTIONS);
                if let Some(function) = functions.one().filter(|function| !function.is_data()) {
                    self::function(check, subscription, function);
                }
            }
            _ => {}
        }
    }
}

fn queue<'a>(check: &mut Check<'a>, subscription: Resource<'a>, queue: Resource<'a>) {
    let place = subscription.at("endpoint");
    let all = check.policies();
    let policies = policies_of(&all, queue);
    let refused = format!("the policy of {} does not let SNS send", queue.address());
    match grants(&policies, SNS, "sqs:SendMessage", queue) {
        Grant::Allowed => check.pass(&place),
        Grant::Refused(refusal) => check.fail(&place, format!("{refused}: {refusal}")),
        Grant::Open(reason) => check.unknown(&place, format!("whether {} lets SNS send: {reason}", queue.address())),
    }
    usable(check, &queue.at("kms_master_key_id"), SNS, subscription.address());
}

fn function<'a>(check: &mut Check<'a>, subscription: Resource<'a>, function: Resource<'a>) {
    let place = subscription.at("endpoint");
    let permissions = check.inventory().referrers(function, "aws_lambda_permission", "function_name");
    let own = function.at("function_name").link("aws_lambda_function");
    let of_function =
        own.resources().flat_map(|own| own.inventory().referrers(own, "aws_lambda_permission", "function_name"));
    let may = |permission: &Resource| permission.at("principal").text() == Known(SNS.principal);
    let granted = Known(permissions.into_iter().chain(of_function).any(|permission| may(&permission)));
    check.expect(&place, granted, format!("no permission lets SNS invoke {}", function.address()));
}
