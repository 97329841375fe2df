use super::caller::is_narrowed;
use super::judge::{judge, of_role};
use crate::policy::{Policy, Principal, Role};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-resource-public",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["IAM-3"],
    page: include_str!("../../../docs/rules/iam-resource-public.md"),
    check,
};

/// What is there for everyone is not judged by its policy: an API has methods with authorisation of their own.
const FOR_EVERYONE: [&str; 2] = ["aws_api_gateway_rest_api", "aws_api_gateway_rest_api_policy"];

fn check(check: &mut Check) {
    let policies = check.policies();
    for policy in of_role(&policies, Role::Resource) {
        let kind = policy.place.resource().kind();
        if !FOR_EVERYONE.contains(&kind) && !is_within_vpc(policy) {
            judge(check, policy, findings(policy));
        }
    }
    permissions(check);
}

fn findings(policy: &Policy) -> Vec<String> {
    let statements = policy.statements.iter().filter(|statement| statement.may_allow() && !is_narrowed(statement));
    let public = statements.filter(|statement| {
        statement.principals.iter().any(Principal::is_everyone) || !statement.not_principals.is_empty()
    });
    public.map(|statement| format!("{statement} lets everyone in, from any AWS account or none")).collect()
}

/// The endpoint of a search domain in a VPC is reached from there only.
fn is_within_vpc(policy: &Policy) -> bool {
    !policy.place.resource().at("vpc_options").items().is_empty()
}

/// The policy of a function is written as permissions.
fn permissions(check: &mut Check) {
    const NARROWING: [&str; 3] = ["source_arn", "source_account", "principal_org_id"];
    for permission in check.all("aws_lambda_permission") {
        let principal = permission.at("principal");
        let narrowed = NARROWING.iter().any(|argument| permission.at(argument).value().is_set());
        match principal.text().known() {
            Some("*") if !narrowed => {
                check.fail(&principal, "lets everyone call the function, from any AWS account or none")
            }
            _ => check.pass(&principal),
        }
    }
}
