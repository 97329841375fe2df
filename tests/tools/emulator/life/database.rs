//! The database as it is deployed.

use super::{
    assertion::{Assertion, assertions},
    aws::{ACCOUNT, Aws, ZONES, array, equal, includes, text, texts},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Of the database tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    every_zone_has_one_instance_and_the_promotion_order_is_stated,
    exactly_one_instance_writes,
    every_instance_can_take_over_from_any_other,
    every_instance_is_private_and_watched,
    the_subnet_group_spans_three_zones,
    storage_and_insights_are_encrypted_with_the_data_key,
    the_master_password_is_a_managed_secret_under_the_data_key,
    payments_authenticate_with_iam,
    backups_are_kept_for_35_days,
    the_cluster_can_be_destroyed_and_created_again,
    the_parameters_force_tls_and_audit_what_is_done,
    the_postgresql_log_is_exported,
    the_proxy_demands_tls_and_iam,
    the_proxy_is_in_three_zones_before_the_cluster,
    the_proxy_has_an_endpoint_for_readers,
    a_failover_pages,
];

/// DB-1, DB-2
fn every_zone_has_one_instance_and_the_promotion_order_is_stated(aws: &Aws) -> Result<()> {
    let instances = instances(aws)?;
    let zones: BTreeMap<_, _> = instances
        .iter()
        .map(|i| (text(&i["DBInstanceIdentifier"]), text(&i["AvailabilityZone"])))
        .collect();
    let cluster = cluster(aws)?;
    let members = array(&cluster["DBClusterMembers"]).iter();
    let found: BTreeSet<_> = members
        .map(|member| {
            let name = text(&member["DBInstanceIdentifier"]);
            (
                name.to_string(),
                zones.get(name).unwrap_or(&"").to_string(),
                member["PromotionTier"].as_u64(),
            )
        })
        .collect();
    let expected = ZONES.iter().zip(0..).map(|(z, tier)| {
        (format!("aurora-instance-{z}-staging"), format!("us-east-1{z}"), Some(tier))
    });
    equal(found, expected.collect())
}

/// DB-2
fn exactly_one_instance_writes(aws: &Aws) -> Result<()> {
    let cluster = cluster(aws)?;
    equal(
        array(&cluster["DBClusterMembers"])
            .iter()
            .filter(|member| member["IsClusterWriter"] == true)
            .count(),
        1,
    )
}

/// DB-2: a smaller instance could not bear the writer's load.
fn every_instance_can_take_over_from_any_other(aws: &Aws) -> Result<()> {
    let alike = json!({
        "DBInstanceClass": "db.r7g.large",
        "Engine": "aurora-postgresql",
        "EngineVersion": cluster(aws)?["EngineVersion"],
        "DBInstanceStatus": "available",
        "AutoMinorVersionUpgrade": false,
    });
    instances(aws)?.iter().try_for_each(|instance| includes(instance, &alike))
}

/// DB-1, ALL-6
fn every_instance_is_private_and_watched(aws: &Aws) -> Result<()> {
    let watched = json!({
        "PubliclyAccessible": false,
        "MonitoringInterval": 15,
        "MonitoringRoleArn": format!(
            "arn:aws:iam::{ACCOUNT}:role/iam-role-database-monitoring-staging"
        ),
        "PerformanceInsightsEnabled": true,
        "VpcSecurityGroups": [{
            "VpcSecurityGroupId": aws.security_group("database")?, "Status": "active"
        }],
    });
    instances(aws)?.iter().try_for_each(|instance| includes(instance, &watched))
}

/// DB-1
fn the_subnet_group_spans_three_zones(aws: &Aws) -> Result<()> {
    let name = json!({"DBSubnetGroupName": cluster(aws)?["DBSubnetGroup"]});
    let group = aws.only("rds", "describe_db_subnet_groups", name, "DBSubnetGroups")?;
    let subnets =
        array(&group["Subnets"]).iter().map(|subnet| text(&subnet["SubnetIdentifier"]).to_string());
    equal(subnets.collect::<BTreeSet<_>>(), aws.subnets("data")?)
}

/// ALL-4
fn storage_and_insights_are_encrypted_with_the_data_key(aws: &Aws) -> Result<()> {
    let key = aws.key("data")?;
    let encrypted =
        json!({"StorageEncrypted": true, "KmsKeyId": key, "PerformanceInsightsKMSKeyId": key});
    includes(&cluster(aws)?, &encrypted)?;
    instances(aws)?.iter().try_for_each(|instance| includes(instance, &encrypted))
}

/// ALL-4: no password is in the configuration or in the state.
fn the_master_password_is_a_managed_secret_under_the_data_key(aws: &Aws) -> Result<()> {
    let secret = &cluster(aws)?["MasterUserSecret"];
    includes(secret, &json!({"SecretStatus": "active", "KmsKeyId": aws.key("data")?}))?;
    let described =
        aws.ask("secretsmanager", "describe_secret", json!({"SecretId": secret["SecretArn"]}))?;
    includes(&described, &json!({"OwningService": "rds", "KmsKeyId": aws.key("data")?}))
}

/// IAM-3
fn payments_authenticate_with_iam(aws: &Aws) -> Result<()> {
    includes(&cluster(aws)?, &json!({"IAMDatabaseAuthenticationEnabled": true}))
}

/// DB-3
fn backups_are_kept_for_35_days(aws: &Aws) -> Result<()> {
    includes(
        &cluster(aws)?,
        &json!({"BackupRetentionPeriod": 35, "PreferredBackupWindow": "07:00-08:00"}),
    )
}

/// ALL-3
fn the_cluster_can_be_destroyed_and_created_again(aws: &Aws) -> Result<()> {
    includes(&cluster(aws)?, &json!({"DeletionProtection": false}))
}

/// ALL-4, ALL-6
fn the_parameters_force_tls_and_audit_what_is_done(aws: &Aws) -> Result<()> {
    let group = json!({"DBClusterParameterGroupName": cluster(aws)?["DBClusterParameterGroup"]});
    let parameters = aws.list("rds", "describe_db_cluster_parameters", group, "Parameters")?;
    let found: Value = parameters
        .iter()
        .map(|p| (text(&p["ParameterName"]).to_string(), p["ParameterValue"].clone()))
        .collect();
    let expected = json!({
        "rds.force_ssl": "1",
        "log_connections": "1",
        "log_disconnections": "1",
        "pgaudit.log": "ddl,role",
        "shared_preload_libraries": "pg_stat_statements,pgaudit",
        "idle_in_transaction_session_timeout": "60000",
    });
    includes(&found, &expected)
}

/// ALL-6
fn the_postgresql_log_is_exported(aws: &Aws) -> Result<()> {
    includes(&cluster(aws)?, &json!({"EnabledCloudwatchLogsExports": ["postgresql"]}))
}

/// ALL-4
fn the_proxy_demands_tls_and_iam(aws: &Aws) -> Result<()> {
    let proxy = proxy(aws)?;
    includes(
        &proxy,
        &json!({"RequireTLS": true, "EngineFamily": "POSTGRESQL", "Status": "available"}),
    )?;
    let secret = aws.ask(
        "secretsmanager",
        "describe_secret",
        json!({"SecretId": "secret-database-user-staging"}),
    )?;
    includes(&secret, &json!({"KmsKeyId": aws.key("data")?}))?;
    let secret = &secret["ARN"];
    ensure!(!array(&proxy["Auth"]).is_empty(), "the proxy authenticates nobody");
    let with_iam = json!({"AuthScheme": "SECRETS", "IAMAuth": "REQUIRED", "SecretArn": secret});
    array(&proxy["Auth"]).iter().try_for_each(|scheme| includes(scheme, &with_iam))
}

/// DB-2, ALL-5
fn the_proxy_is_in_three_zones_before_the_cluster(aws: &Aws) -> Result<()> {
    equal(texts(&proxy(aws)?["VpcSubnetIds"]), aws.subnets("data")?)?;
    let name = json!({"DBProxyName": "rds-proxy-staging"});
    let targets = aws.list("rds", "describe_db_proxy_targets", name, "Targets")?;
    let cluster = targets
        .iter()
        .find(|target| target["Type"] == "TRACKED_CLUSTER")
        .context("no cluster is a target")?;
    includes(
        cluster,
        &json!({"RdsResourceId": "aurora-cluster-staging", "TargetHealth": {"State": "AVAILABLE"}}),
    )
}

/// DB-2
fn the_proxy_has_an_endpoint_for_readers(aws: &Aws) -> Result<()> {
    let endpoint = aws.only("rds", "describe_db_proxy_endpoints", json!({}), "DBProxyEndpoints")?;
    includes(
        &endpoint,
        &json!({
            "DBProxyName": "rds-proxy-staging", "TargetRole": "READ_ONLY", "Status": "available"
        }),
    )?;
    equal(texts(&endpoint["VpcSubnetIds"]), aws.subnets("data")?)
}

/// MON-4, ALL-5
fn a_failover_pages(aws: &Aws) -> Result<()> {
    let subscriptions =
        aws.list("rds", "describe_event_subscriptions", json!({}), "EventSubscriptionsList")?;
    for (source, identifiers) in [
        ("db-cluster", BTreeSet::from(["aurora-cluster-staging".to_string()])),
        ("db-instance", ZONES.map(|zone| format!("aurora-instance-{zone}-staging")).into()),
    ] {
        let of_source = |subscription: &&Value| {
            subscription["SourceType"] == source
                && texts(&subscription["EventCategoriesList"]).contains("failover")
        };
        let subscription = subscriptions
            .iter()
            .find(of_source)
            .with_context(|| format!("{source} failover is not told"))?;
        let topic = format!("arn:aws:sns:us-east-1:{ACCOUNT}:sns-page-staging");
        includes(
            subscription,
            &json!({"Enabled": true, "Status": "active", "SnsTopicArn": topic}),
        )?;
        equal(texts(&subscription["SourceIdsList"]), identifiers)?;
    }
    Ok(())
}

fn cluster(aws: &Aws) -> Result<Value> {
    aws.only("rds", "describe_db_clusters", json!({}), "DBClusters")
}

fn instances(aws: &Aws) -> Result<Vec<Value>> {
    aws.list("rds", "describe_db_instances", json!({}), "DBInstances")
}

fn proxy(aws: &Aws) -> Result<Value> {
    aws.only("rds", "describe_db_proxies", json!({}), "DBProxies")
}
