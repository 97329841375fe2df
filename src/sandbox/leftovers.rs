//! Finds what a destroyed stack left behind.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Api, answer::array};

/// One way to list resources: service, operation, the list in the answer, and the identifier in
/// each entry. An empty identifier means that the entries are the identifiers.
type Listing = (&'static str, &'static str, &'static str, &'static str);

const LISTINGS: [Listing; 27] = [
    ("ec2", "describe_vpcs", "Vpcs", "VpcId"),
    ("ec2", "describe_addresses", "Addresses", "AllocationId"),
    ("rds", "describe_db_clusters", "DBClusters", "DBClusterIdentifier"),
    ("rds", "describe_db_instances", "DBInstances", "DBInstanceIdentifier"),
    ("rds", "describe_db_cluster_snapshots", "DBClusterSnapshots", "DBClusterSnapshotIdentifier"),
    ("rds", "describe_db_proxies", "DBProxies", "DBProxyName"),
    ("ecs", "list_clusters", "clusterArns", ""),
    ("ecr", "describe_repositories", "repositories", "repositoryName"),
    ("elbv2", "describe_load_balancers", "LoadBalancers", "LoadBalancerName"),
    ("elbv2", "describe_target_groups", "TargetGroups", "TargetGroupName"),
    ("lambda", "list_functions", "Functions", "FunctionName"),
    ("lambda", "list_event_source_mappings", "EventSourceMappings", "UUID"),
    ("sqs", "list_queues", "QueueUrls", ""),
    ("sns", "list_topics", "Topics", "TopicArn"),
    ("s3", "list_buckets", "Buckets", "Name"),
    ("logs", "describe_log_groups", "logGroups", "logGroupName"),
    ("iam", "list_roles", "Roles", "RoleName"),
    ("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName"),
    ("cloudwatch", "describe_alarms", "CompositeAlarms", "AlarmName"),
    ("cloudwatch", "list_dashboards", "DashboardEntries", "DashboardName"),
    ("events", "list_rules", "Rules", "Name"),
    ("secretsmanager", "list_secrets", "SecretList", "Name"),
    ("backup", "list_backup_vaults", "BackupVaultList", "BackupVaultName"),
    ("fis", "list_experiment_templates", "experimentTemplates", "id"),
    ("scheduler", "list_schedules", "Schedules", "Name"),
    ("stepfunctions", "list_state_machines", "stateMachines", "name"),
    ("kms", "list_keys", "Keys", "KeyId"),
];

/// Every resource that is left in the emulator, as `ec2 vpc-1234`; empty when a stack was destroyed
/// whole.
///
/// Left out is what AWS makes of itself, or keeps on its lists for a while after it is gone.
///
/// # Errors
/// When a question is refused.
pub fn nothing_left(api: &Api) -> Result<Vec<String>> {
    let mut left = tagged(api)?;
    for (service, operation, list, identifier) in LISTINGS {
        for entry in array(&api.ask(service, operation, json!({}))?[list]) {
            let name = if identifier.is_empty() { entry } else { &entry[identifier] };
            let name = name
                .as_str()
                .with_context(|| format!("{service} {operation} names no {identifier}: {entry}"))?;
            if !is_of_aws(api, service, entry, name)? {
                left.push(format!("{service} {name}"));
            }
        }
    }
    Ok(left)
}

/// Every resource with a tag, of any service: this also finds types that the listings leave out.
fn tagged(api: &Api) -> Result<Vec<String>> {
    let answer = api.ask("resourcegroupstaggingapi", "get_resources", json!({}))?;
    let mut left = vec![];
    for resource in array(&answer["ResourceTagMappingList"]) {
        let arn = resource["ResourceARN"].as_str().context("a tagged resource has an ARN")?;
        let has_tags = !array(&resource["Tags"]).is_empty();
        if has_tags && !is_kept_by_aws(api, arn)? {
            left.push(format!("tagged {arn}"));
        }
    }
    Ok(left)
}

/// What is destroyed and still listed for a while: keys waiting for their deletion, inactive
/// services and clusters, deleted NAT gateways. And automated snapshots, see [`is_of_aws`]. And the
/// revisions of the task definition, which the stack keeps.
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteCluster.html>
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-working-with.html>
fn is_kept_by_aws(api: &Api, arn: &str) -> Result<bool> {
    let parts: Vec<_> = arn.split([':', '/']).skip(2).collect();
    let (service, operation, parameters, status, ended) = match parts[..] {
        ["kms", ..] => return Ok(!is_kept_key(api, arn)?),
        ["rds", .., "cluster-snapshot", "rds", _] => return Ok(true),
        // They stay registered on purpose, so that a deployment can be rolled back: `skip_destroy`.
        // They cost nothing.
        ["ecs", .., "task-definition", _, _] => return Ok(true),
        ["ecs", .., "service", cluster, _] => {
            let parameters = json!({"cluster": cluster, "services": [arn]});
            ("ecs", "describe_services", parameters, "/services/0/status", "INACTIVE")
        }
        ["ecs", .., "cluster", _] => (
            "ecs",
            "describe_clusters",
            json!({"clusters": [arn]}),
            "/clusters/0/status",
            "INACTIVE",
        ),
        ["ec2", .., "natgateway", id] => {
            let parameters = json!({"NatGatewayIds": [id]});
            ("ec2", "describe_nat_gateways", parameters, "/NatGateways/0/State", "deleted")
        }
        _ => return Ok(false),
    };
    Ok(api
        .ask(service, operation, parameters)?
        .pointer(status)
        .is_some_and(|status| status == ended))
}

fn is_of_aws(api: &Api, service: &str, entry: &Value, name: &str) -> Result<bool> {
    Ok(match service {
        "ec2" => entry["IsDefault"] == true,
        "iam" => entry["Path"].as_str().is_some_and(|path| path.starts_with("/aws-service-role/")),
        "kms" => !is_kept_key(api, name)?,
        "ecs" => is_kept_by_aws(api, name)?,
        // AWS deletes these with their cluster, the emulator forgets to.
        "rds" => entry["SnapshotType"] == "automated",
        _ => false,
    })
}

/// Whether a key is a customer's and not waiting for its deletion, which takes at least seven days;
/// the keys that AWS manages are known by their alias, the emulator calling every key a customer's.
/// <https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html>
fn is_kept_key(api: &Api, key: &str) -> Result<bool> {
    let metadata = &api.ask("kms", "describe_key", json!({"KeyId": key}))?["KeyMetadata"];
    let aliases = api.ask("kms", "list_aliases", json!({"KeyId": metadata["KeyId"]}))?;
    let is_of_aws = |alias: &Value| {
        alias["AliasName"].as_str().is_some_and(|name| name.starts_with("alias/aws/"))
    };
    Ok(metadata["KeyState"] != "PendingDeletion"
        && !array(&aliases["Aliases"]).iter().any(is_of_aws))
}
