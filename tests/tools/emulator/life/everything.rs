//! What holds of everything that is deployed: tags and names.

use super::{
    assertion::{Assertion, assertions},
    aws::{Aws, array, attributes, includes, tag, text},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// Of all tiers.
pub const ASSERTIONS: &[Assertion] = assertions![
    everything_is_tagged_with_its_environment,
    every_name_tag_ends_with_the_suffix,
    every_name_carries_the_suffix
];

/// Where names can be listed: service, operation, the list, and the name in each entry (empty: the
/// entry itself).
const NAMES: [(&str, &str, &str, &str); 20] = [
    ("rds", "describe_db_clusters", "DBClusters", "DBClusterIdentifier"),
    ("rds", "describe_db_instances", "DBInstances", "DBInstanceIdentifier"),
    ("rds", "describe_db_subnet_groups", "DBSubnetGroups", "DBSubnetGroupName"),
    ("rds", "describe_db_proxies", "DBProxies", "DBProxyName"),
    ("rds", "describe_db_proxy_endpoints", "DBProxyEndpoints", "DBProxyEndpointName"),
    ("rds", "describe_event_subscriptions", "EventSubscriptionsList", "CustSubscriptionId"),
    ("ecs", "list_clusters", "clusterArns", ""),
    ("ecs", "list_task_definition_families", "families", ""),
    ("ecr", "describe_repositories", "repositories", "repositoryName"),
    ("elbv2", "describe_load_balancers", "LoadBalancers", "LoadBalancerName"),
    ("elbv2", "describe_target_groups", "TargetGroups", "TargetGroupName"),
    ("lambda", "list_functions", "Functions", "FunctionName"),
    ("sqs", "list_queues", "QueueUrls", ""),
    ("sns", "list_topics", "Topics", "TopicArn"),
    ("s3", "list_buckets", "Buckets", "Name"),
    ("logs", "describe_log_groups", "logGroups", "logGroupName"),
    ("iam", "list_roles", "Roles", "RoleName"),
    ("iam", "list_policies", "Policies", "PolicyName"),
    ("kms", "list_aliases", "Aliases", "AliasName"),
    ("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName"),
];

/// ALL-2
fn everything_is_tagged_with_its_environment(aws: &Aws) -> Result<()> {
    let expected = json!({
        "Environment": "staging", "Project": "payment-processing", "ManagedBy": "terraform"
    });
    for resource in tagged(aws)? {
        let tags = attributes(array(&resource["Tags"]));
        includes(&tags, &expected).context(text(&resource["ResourceARN"]).to_string())?;
    }
    Ok(())
}

/// ALL-2: of a log group that AWS names after another resource, it carries that one's name.
fn every_name_tag_ends_with_the_suffix(aws: &Aws) -> Result<()> {
    for resource in tagged(aws)? {
        let name = tag(&resource, "Name");
        let is_suffixed =
            name.ends_with("-staging") || (name.starts_with('/') && name.contains("-staging/"));
        ensure!(is_suffixed, "{} is named {name:?}", resource["ResourceARN"]);
    }
    Ok(())
}

/// ALL-2: names are the stack's own, whatever AWS itself makes left out.
fn every_name_carries_the_suffix(aws: &Aws) -> Result<()> {
    for (service, operation, list, key) in NAMES {
        let scope =
            if operation == "list_policies" { json!({"Scope": "Local"}) } else { json!({}) };
        for entry in aws.list(service, operation, scope, list)? {
            let name = text(if key.is_empty() { &entry } else { &entry[key] });
            let is_of_aws = name.starts_with("alias/aws/") || name.starts_with("TargetTracking-");
            ensure!(is_of_aws || name.contains("-staging"), "{service} {list}: {name:?}");
        }
    }
    Ok(())
}

/// What carries tags, but for the secret that RDS keeps and tags itself, and the snapshots it
/// makes.
fn tagged(aws: &Aws) -> Result<Vec<Value>> {
    let mut resources =
        aws.list("resourcegroupstaggingapi", "get_resources", json!({}), "ResourceTagMappingList")?;
    resources.retain(|resource| tag(resource, "aws:secretsmanager:owningService") != "rds");
    ensure!(resources.len() > 50, "only {} resources are tagged", resources.len());
    Ok(resources)
}
