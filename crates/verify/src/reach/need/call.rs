//! Programs to the AWS services that they are allowed to call.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Because, Needs};
use crate::policy::{Policy, Role};
use crate::reach::service::SERVICES;
use crate::{Place, Resource};

/// What Lambda does for a function goes past the function's network: its log, its traces, its interfaces, its key, what it sets aside.
/// Source: AWS Lambda Developer Guide, "Execution role" and "Giving Lambda functions access to resources in an Amazon VPC".
const BY_LAMBDA: [&str; 5] = ["logs", "xray", "sqs", "sns", "events"];

pub fn add<'a>(needs: &mut Needs<'_, 'a>, policies: &[Policy<'a>]) {
    let inventory = needs.inventory;
    let mut allowed: HashMap<Resource<'a>, BTreeMap<&'static str, Place<'a>>> = HashMap::new();
    for policy in policies.iter().filter(|policy| policy.role == Role::Identity) {
        let services = services(policy);
        if services.is_empty() {
            continue;
        }
        for role in roles(policy) {
            let own = allowed.entry(role).or_default();
            services.iter().for_each(|service| _ = own.entry(*service).or_insert_with(|| policy.place.clone()));
        }
    }
    for service in inventory.all("aws_ecs_service") {
        let task = service.at("task_definition").link("aws_ecs_task_definition").one();
        let role = task.and_then(|task| task.at("task_role_arn").link("aws_iam_role").one());
        for (name, place) in role.and_then(|role| allowed.get(&role)).into_iter().flatten() {
            needs.calls(service, name, Because::new("its role is allowed to call it", place.clone()));
        }
    }
    for function in inventory.all("aws_lambda_function") {
        let role = function.at("role").link("aws_iam_role").one();
        let own = role.and_then(|role| allowed.get(&role)).into_iter().flatten();
        for (name, place) in own.filter(|(name, _)| !BY_LAMBDA.contains(name)) {
            needs.calls(function, name, Because::new("its role is allowed to call it", place.clone()));
        }
    }
}

/// The services that a policy allows calls to by name: a star says nothing of what is called.
fn services(policy: &Policy) -> BTreeSet<&'static str> {
    let statements = policy.statements.iter().filter(|statement| statement.may_allow());
    let actions = statements.flat_map(|statement| &statement.actions).filter_map(|action| action.text.as_deref());
    let prefixes = actions.filter_map(|action| action.split_once(':')).map(|(prefix, _)| prefix);
    prefixes.filter_map(|prefix| SERVICES.iter().find(|(own, _)| *own == prefix)).map(|(_, service)| *service).collect()
}

/// The roles that have a policy.
fn roles<'a>(policy: &Policy<'a>) -> Vec<Resource<'a>> {
    let holder = policy.place.resource();
    match holder.kind() {
        "aws_iam_role" => vec![holder],
        "aws_iam_role_policy" => holder.at("role").link("aws_iam_role").one().into_iter().collect(),
        "aws_iam_policy" => {
            let inventory = holder.inventory();
            let one = inventory.referrers(holder, "aws_iam_role_policy_attachment", "policy_arn");
            let one = one.into_iter().filter_map(|attachment| attachment.at("role").link("aws_iam_role").one());
            let several = inventory.referrers(holder, "aws_iam_policy_attachment", "policy_arn");
            let several = several.into_iter().flat_map(|attachment| attachment.at("roles").links("aws_iam_role").links);
            one.chain(several.map(|link| link.resource)).collect()
        }
        _ => Vec::new(),
    }
}
