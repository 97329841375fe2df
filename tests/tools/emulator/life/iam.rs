//! Roles and their policies as they are deployed. Permissions are read, not played: the emulator
//! allows every call.

use super::{
    assertion::{Assertion, assertions},
    aws::{ACCOUNT, Aws, array, equal, includes, set, text, texts},
};
use anyhow::{Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of the IAM tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    every_role_is_assumed_by_aws_services_only,
    every_role_of_a_tier_is_assumed_by_its_own_service,
    trust_is_limited_to_this_account,
    every_role_is_allowed_something,
    no_attached_policy_allows_a_wildcard_action,
    every_wildcard_resource_has_a_written_reason,
    the_tasks_may_do_what_payments_need_and_no_more,
    the_validation_function_may_reach_neither_database_nor_buckets,
];

/// IAM-3
fn every_role_is_assumed_by_aws_services_only(aws: &Aws) -> Result<()> {
    for role in roles(aws)? {
        for statement in array(&role["AssumeRolePolicyDocument"]["Statement"]) {
            let services = texts(&statement["Principal"]["Service"]);
            let are_services = !services.is_empty()
                && services.iter().all(|name| name.ends_with(".amazonaws.com"));
            ensure!(
                are_services && statement["Principal"]["AWS"].is_null(),
                "{} trusts {statement}",
                role["RoleName"]
            );
        }
    }
    Ok(())
}

/// IAM-1, IAM-2
fn every_role_of_a_tier_is_assumed_by_its_own_service(aws: &Aws) -> Result<()> {
    for (role, service) in [
        ("task-execution", "ecs-tasks"),
        ("task", "ecs-tasks"),
        ("validation", "lambda"),
        ("database-monitoring", "monitoring.rds"),
        ("database-proxy", "rds"),
        ("flow-logs", "vpc-flow-logs"),
    ] {
        let statement = &trust(aws, role)?[0];
        equal(
            texts(&statement["Principal"]["Service"]),
            set([&*format!("{service}.amazonaws.com")]),
        )?;
    }
    Ok(())
}

/// IAM-3: RDS Proxy is left out, its documentation naming no condition keys for the role.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
fn trust_is_limited_to_this_account(aws: &Aws) -> Result<()> {
    for role in ["task-execution", "task", "validation", "database-monitoring", "flow-logs"] {
        let limited = json!({"Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}}});
        trust(aws, role)?.iter().try_for_each(|statement| includes(statement, &limited))?;
    }
    Ok(())
}

/// IAM-1, IAM-2
fn every_role_is_allowed_something(aws: &Aws) -> Result<()> {
    for role in roles(aws)? {
        ensure!(
            !policies(aws, text(&role["RoleName"]))?.is_empty(),
            "{} has no policy",
            role["RoleName"]
        );
    }
    Ok(())
}

/// IAM-3
fn no_attached_policy_allows_a_wildcard_action(aws: &Aws) -> Result<()> {
    for (name, _, statements) in all_policies(aws)? {
        for statement in statements.iter().filter(|statement| statement["Effect"] == "Allow") {
            let actions = texts(&statement["Action"]);
            let are_named =
                !actions.is_empty() && actions.iter().all(|action| !action.contains('*'));
            ensure!(are_named, "{name} allows {statement}");
        }
    }
    Ok(())
}

/// IAM-3
fn every_wildcard_resource_has_a_written_reason(aws: &Aws) -> Result<()> {
    for (name, description, statements) in all_policies(aws)? {
        let wide = statements.iter().find(|statement| texts(&statement["Resource"]).contains("*"));
        ensure!(
            wide.is_none() || description.contains("Wildcard resource: "),
            "{name} gives no reason for {wide:?}"
        );
    }
    Ok(())
}

/// IAM-1, IAM-3
fn the_tasks_may_do_what_payments_need_and_no_more(aws: &Aws) -> Result<()> {
    let needed = [
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "lambda:InvokeFunction",
        "rds-db:connect",
        "s3:PutObject",
    ];
    equal(allowed_actions(aws, "iam-role-task-staging")?, set(needed))
}

/// IAM-2, IAM-3
fn the_validation_function_may_reach_neither_database_nor_buckets(aws: &Aws) -> Result<()> {
    let actions = allowed_actions(aws, "iam-role-validation-staging")?;
    let services: BTreeSet<_> =
        actions.iter().filter_map(|action| action.split(':').next()).collect();
    equal(services, ["ec2", "kms", "logs", "sqs", "xray"].into())
}

fn roles(aws: &Aws) -> Result<Vec<Value>> {
    aws.list("iam", "list_roles", json!({"PathPrefix": "/"}), "Roles")
}

fn trust(aws: &Aws, purpose: &str) -> Result<Vec<Value>> {
    let role =
        aws.ask("iam", "get_role", json!({"RoleName": format!("iam-role-{purpose}-staging")}))?;
    let statements = array(&role["Role"]["AssumeRolePolicyDocument"]["Statement"]).to_vec();
    ensure!(!statements.is_empty(), "{purpose} trusts nobody");
    Ok(statements)
}

/// Name, description and statements of a policy.
type Policy = (String, String, Vec<Value>);

fn all_policies(aws: &Aws) -> Result<Vec<Policy>> {
    let of_roles = roles(aws)?.into_iter().map(|role| policies(aws, text(&role["RoleName"])));
    Ok(of_roles.collect::<Result<Vec<_>>>()?.concat())
}

/// The policies of a role: attached, and written into it.
fn policies(aws: &Aws, role: &str) -> Result<Vec<Policy>> {
    let attached = aws.ask("iam", "list_attached_role_policies", json!({"RoleName": role}))?;
    let attached = array(&attached["AttachedPolicies"])
        .iter()
        .map(|policy| policy_of(aws, &policy["PolicyArn"]));
    let inline = aws.ask("iam", "list_role_policies", json!({"RoleName": role}))?;
    let inline = array(&inline["PolicyNames"]).iter().map(|name| {
        let policy =
            aws.ask("iam", "get_role_policy", json!({"RoleName": role, "PolicyName": name}))?;
        Ok((
            format!("{role}/{name}"),
            String::new(),
            array(&policy["PolicyDocument"]["Statement"]).to_vec(),
        ))
    });
    attached.chain(inline).collect()
}

fn policy_of(aws: &Aws, arn: &Value) -> Result<Policy> {
    let policy = &aws.ask("iam", "get_policy", json!({"PolicyArn": arn}))?["Policy"];
    let version = json!({"PolicyArn": arn, "VersionId": policy["DefaultVersionId"]});
    let document = &aws.ask("iam", "get_policy_version", version)?["PolicyVersion"]["Document"];
    let (name, description) = (text(&policy["PolicyName"]), text(&policy["Description"]));
    Ok((name.into(), description.into(), array(&document["Statement"]).to_vec()))
}

fn allowed_actions(aws: &Aws, role: &str) -> Result<BTreeSet<String>> {
    let statements = policies(aws, role)?.into_iter().flat_map(|(_, _, statements)| statements);
    Ok(statements.filter(|s| s["Effect"] == "Allow").flat_map(|s| texts(&s["Action"])).collect())
}
