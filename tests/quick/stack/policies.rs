//! Least privilege over the whole stack, in every profile (IAM-3). Read from what is declared, not
//! from how it was made.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::declared::{Declared, PROFILES, declared, nested};
use paytf::config::{Config, Profile};
use serde_json::Value;

/// Actions for which AWS takes no resource but `*`.
/// Source: Service Authorization Reference, the column "Resource types" of each service. Two of
/// them could be narrower there and are not in what AWS asks for: `logs:DescribeLogGroups` (Step
/// Functions Developer Guide, "Logging using CloudWatch Logs") and `ecs:ListTasks`, whose only
/// resource is a container instance, which Fargate does not have.
const WITHOUT_RESOURCE: [&str; 25] = [
    "cloudwatch:GetMetricWidgetImage",
    "cloudwatch:PutMetricData",
    "ec2:DescribeManagedPrefixLists",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "ecr:GetAuthorizationToken",
    "ecs:ListTasks",
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
    "tag:GetResources",
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
];

/// What Lambda asks of a role before any network interface exists.
/// Source: Lambda Developer Guide, "Giving Lambda functions access to resources in an Amazon VPC",
/// "Required IAM permissions".
const LAMBDA_IN_A_VPC: (&str, &str) = ("iam", "ManageNetworkInterfaces");

/// Every statement of every policy document, with the document it is in.
fn statements() -> Vec<(Rc<Declared>, Value)> {
    let documents =
        declared("data").into_iter().filter(|data| data.block_type == "aws_iam_policy_document");
    let mut statements = Vec::new();
    for document in documents.map(Rc::new) {
        let blocks = nested(&document.content, "statement").into_iter().cloned();
        statements.extend(blocks.map(|statement| (Rc::clone(&document), statement)));
    }
    assert!(statements.len() > 100, "only {} statements were found", statements.len());
    statements
}

fn allowed() -> impl Iterator<Item = (Rc<Declared>, Value)> {
    statements().into_iter().filter(|(_, statement)| statement["effect"] == "Allow")
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().map(|item| item.as_str().unwrap()).collect()
}

fn principals(statement: &Value) -> Vec<&str> {
    nested(statement, "principals")
        .into_iter()
        .flat_map(|principal| strings(&principal["identifiers"]))
        .collect()
}

#[test]
fn every_statement_says_whether_it_allows_or_denies_which_actions() {
    for (document, statement) in statements() {
        assert!(
            statement["effect"] == "Allow" || statement["effect"] == "Deny",
            "{document}: {statement}"
        );
        assert!(!strings(&statement["actions"]).is_empty(), "{document}: {statement}");
        for inverted in ["not_actions", "not_resources", "not_principals"] {
            assert_eq!(statement[inverted], Value::Null, "{document}: {statement}");
        }
    }
}

#[test]
fn no_action_with_a_wildcard_is_allowed() {
    for (document, statement) in allowed() {
        for action in strings(&statement["actions"]) {
            assert!(!action.contains('*'), "{document}: {action}");
        }
    }
}

#[test]
fn all_resources_are_allowed_only_where_aws_takes_nothing_else() {
    for (document, statement) in
        allowed().filter(|(_, statement)| strings(&statement["resources"]).contains(&"*"))
    {
        // In the policy of a key, `*` is the key: AWS KMS Developer Guide, "Elements of a key
        // policy".
        let is_key_policy = document.module == "encryption";
        let is_lambda = (document.module, statement["sid"].as_str().unwrap()) == LAMBDA_IN_A_VPC;
        let takes_no_resource =
            strings(&statement["actions"]).iter().all(|action| WITHOUT_RESOURCE.contains(action));
        assert!(is_key_policy || is_lambda || takes_no_resource, "{document}: {statement}");
    }
}

/// A trust policy is part of its role, and so has no resource.
#[test]
fn every_permission_names_its_resources() {
    for (document, statement) in statements() {
        let is_trust =
            strings(&statement["actions"]) == ["sts:AssumeRole"] && document.module == "iam";
        assert_eq!(
            strings(&statement["resources"]).is_empty(),
            is_trust,
            "{document}: {statement}"
        );
    }
}

/// The policy of a VPC endpoint is about the traffic of the VPC itself, whoever it is; the right to
/// act comes on top.
#[test]
fn nobody_unknown_is_allowed_anything_but_through_the_own_vpc() {
    for (document, statement) in allowed() {
        let anyone = principals(&statement).iter().any(|principal| principal.contains('*'));
        assert!(!anyone || document.module == "network", "{document}: {statement}");
    }
}

#[test]
fn every_policy_is_made_of_checked_statements() {
    let policies = ["policy", "assume_role_policy"];
    for resource in declared("resource") {
        for argument in policies.into_iter().filter(|name| resource.content[*name] != Value::Null) {
            let is_lifecycle = resource.block_type == "aws_ecr_lifecycle_policy";
            let value = resource.content[argument].as_str().unwrap();
            let is_document =
                value.starts_with("${data.aws_iam_policy_document.") && value.ends_with(".json}");
            assert!(is_document || is_lifecycle, "{resource}: {argument} = {value}");
        }
        assert!(
            !resource.block_type.starts_with("aws_iam_role_policy") || managed_here(&resource),
            "{resource}"
        );
        assert_eq!(resource.content["managed_policy_arns"], Value::Null, "{resource}");
        assert_eq!(resource.content["inline_policy"], Value::Null, "{resource}");
    }
}

/// Whether an attachment is of a policy of this stack: a policy that AWS manages would grant more
/// than is needed.
fn managed_here(attachment: &Declared) -> bool {
    attachment.content["policy_arn"]
        .as_str()
        .is_some_and(|arn| arn.starts_with("${aws_iam_policy."))
}

#[test]
fn statements_are_made_in_one_place_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for path in sources(&root) {
        let exempt = path.starts_with(root.join("aws")) || path == root.join("policy.rs");
        let makes_one = fs::read_to_string(&path).unwrap().contains("DataAwsIamPolicyDocument");
        assert!(exempt || !makes_one, "{} makes a policy without src/policy.rs", path.display());
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The services whose actions a role is granted, but for those that another service asks in its
/// name.
fn services_of(profile: Profile, secrets: bool) -> BTreeSet<String> {
    let roles = ["task", "task_execution"];
    let granted = allowed().filter(|(document, _)| {
        document.profile == profile && roles.contains(&document.label.as_str())
    });
    let mut services: BTreeSet<_> = granted
        .filter(|(_, statement)| !statement["condition"].to_string().contains("kms:ViaService"))
        .flat_map(|(_, statement)| statement["actions"].as_array().cloned().unwrap_or_default())
        .filter_map(|action| Some(action.as_str()?.split_once(':')?.0.to_owned()))
        .collect();
    // A database is no endpoint's, and S3 has its own, of another kind.
    services.retain(|service| service != "rds-db" && service != "s3");
    services.extend(secrets.then(|| "secretsmanager".to_owned()));
    services
}

/// The function's own calls are made by Lambda, from outside the network.
#[test]
fn interface_endpoints_are_those_of_services_that_something_in_the_network_may_use() {
    let secret = "application.secrets.KEY = \
                  'arn:aws:secretsmanager:us-east-1:123456789012:secret:key-a1b2c3'";
    for (profile, toml) in PROFILES.iter().flat_map(|profile| [(*profile, ""), (*profile, secret)])
    {
        let config =
            Config::from_toml(toml, "test.toml".as_ref(), "test".parse().unwrap(), Some(profile))
                .unwrap();
        let endpoints: BTreeSet<_> = config
            .network
            .interface_endpoints
            .iter()
            .map(|one| one.as_str().split('.').next().unwrap().to_owned())
            .collect();
        let used = services_of(profile, !toml.is_empty());
        assert!(endpoints.is_subset(&used), "{profile}: {endpoints:?} of {used:?}");
        if profile == Profile::Production {
            assert_eq!(endpoints, used, "what a payment needs does not pass a NAT gateway");
        }
        assert_eq!(
            endpoints.contains("secretsmanager"),
            !toml.is_empty() && profile != Profile::Development,
            "{profile}"
        );
    }
}
