//! The alarms as they are deployed. No emulator shows that metrics turn them.

use super::{
    assertion::{Assertion, assertions},
    aws::{Aws, ZONES, array, equal, includes, text, texts},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Of the alarms of the monitoring tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    every_alarm_tells_an_existing_topic_of_trouble_and_of_its_end,
    every_alarm_says_what_missing_data_means,
    every_alarm_names_its_runbook,
    every_dimension_names_something_that_exists,
    replication_lag_is_watched_for_the_cluster_and_every_instance,
    healthy_hosts_are_watched_for_the_load_balancer_and_every_zone,
    task_counts_are_watched_against_the_minimum,
];

/// MON-4
fn every_alarm_tells_an_existing_topic_of_trouble_and_of_its_end(aws: &Aws) -> Result<()> {
    let topics = topics(aws)?;
    for alarm in alarms(aws)? {
        for actions in ["AlarmActions", "OKActions"].map(|kind| texts(&alarm[kind])) {
            let are_topics = !actions.is_empty() && actions.is_subset(&topics);
            ensure!(are_topics, "{} tells {actions:?}", alarm["AlarmName"]);
        }
        includes(&alarm, &json!({"ActionsEnabled": true}))
            .context(text(&alarm["AlarmName"]).to_string())?;
    }
    Ok(())
}

/// MON-1, MON-2, MON-3: an alarm on what has stopped to report must not sleep by oversight.
fn every_alarm_says_what_missing_data_means(aws: &Aws) -> Result<()> {
    for alarm in alarms(aws)? {
        let treatment = text(&alarm["TreatMissingData"]);
        ensure!(!treatment.is_empty(), "{} does not say", alarm["AlarmName"]);
    }
    Ok(())
}

/// MON-4
fn every_alarm_names_its_runbook(aws: &Aws) -> Result<()> {
    for alarm in alarms(aws)? {
        ensure!(
            text(&alarm["AlarmDescription"]).contains(" Runbook: runbooks/"),
            "{} names none",
            alarm["AlarmName"]
        );
    }
    Ok(())
}

/// MON-1, MON-2, MON-3: an alarm on a name that does not exist is silent forever.
fn every_dimension_names_something_that_exists(aws: &Aws) -> Result<()> {
    let existing = existing_dimensions(aws)?;
    let mut checked = BTreeSet::new();
    for alarm in alarms(aws)? {
        for (name, value) in dimensions(&alarm) {
            let Some(values) = existing.get(&*name) else { continue };
            ensure!(
                values.contains(&value),
                "{} watches {name} {value}, not one of {values:?}",
                alarm["AlarmName"]
            );
            checked.insert(name);
        }
    }
    equal(checked, existing.into_keys().map(String::from).collect())
}

/// MON-1
fn replication_lag_is_watched_for_the_cluster_and_every_instance(aws: &Aws) -> Result<()> {
    watched(
        aws,
        "AuroraReplicaLagMaximum",
        "DBClusterIdentifier",
        ["aurora-cluster-staging".into()],
    )?;
    watched(
        aws,
        "AuroraReplicaLag",
        "DBInstanceIdentifier",
        ZONES.map(|zone| format!("aurora-instance-{zone}-staging")),
    )
}

/// MON-2
fn healthy_hosts_are_watched_for_the_load_balancer_and_every_zone(aws: &Aws) -> Result<()> {
    watched(
        aws,
        "HealthyHostCount",
        "AvailabilityZone",
        ZONES.map(|zone| format!("us-east-1{zone}")),
    )?;
    let balancer = aws.only("elbv2", "describe_load_balancers", json!({}), "LoadBalancers")?;
    for metric in ["HealthyHostCount", "UnHealthyHostCount", "HTTPCode_ELB_5XX_Count"] {
        watched(
            aws,
            metric,
            "LoadBalancer",
            [after(&balancer["LoadBalancerArn"], "loadbalancer/")?],
        )?;
    }
    Ok(())
}

/// MON-3
fn task_counts_are_watched_against_the_minimum(aws: &Aws) -> Result<()> {
    watched(aws, "RunningTaskCount", "ServiceName", ["ecs-service-staging".into()])?;
    let named = json!({"AlarmNames": ["alarm-running-tasks-staging"]});
    let alarm = aws.only("cloudwatch", "describe_alarms", named, "MetricAlarms")?;
    let expected = json!({
        "Threshold": 10.0, "ComparisonOperator": "LessThanThreshold",
        "TreatMissingData": "breaching"
    });
    includes(&alarm, &expected)
}

/// The stack's alarms; those of Application Auto Scaling are AWS's own.
/// <https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html>
fn alarms(aws: &Aws) -> Result<Vec<Value>> {
    let mut alarms = aws.list("cloudwatch", "describe_alarms", json!({}), "MetricAlarms")?;
    alarms.retain(|alarm| !text(&alarm["AlarmName"]).starts_with("TargetTracking-"));
    ensure!(!alarms.is_empty(), "no alarm is the stack's own");
    Ok(alarms)
}

/// The dimensions of an alarm, be it on one metric or on several.
fn dimensions(alarm: &Value) -> BTreeSet<(String, String)> {
    let queries = array(&alarm["Metrics"]).iter().map(|query| &query["MetricStat"]["Metric"]);
    let lists = queries.chain([alarm]).flat_map(|metric| array(&metric["Dimensions"]));
    lists
        .map(|dimension| (text(&dimension["Name"]).into(), text(&dimension["Value"]).into()))
        .collect()
}

/// The values that exist in the stack, of the dimensions that its resources give.
fn existing_dimensions(aws: &Aws) -> Result<BTreeMap<&'static str, BTreeSet<String>>> {
    let balancer = aws.only("elbv2", "describe_load_balancers", json!({}), "LoadBalancers")?;
    let group = aws.only("elbv2", "describe_target_groups", json!({}), "TargetGroups")?;
    let suffix = after(&group["TargetGroupArn"], "targetgroup/")?;
    let listings = [
        ("DBClusterIdentifier", "rds", "describe_db_clusters", "DBClusters", "DBClusterIdentifier"),
        (
            "DBInstanceIdentifier",
            "rds",
            "describe_db_instances",
            "DBInstances",
            "DBInstanceIdentifier",
        ),
        ("FunctionName", "lambda", "list_functions", "Functions", "FunctionName"),
    ];
    let mut existing = BTreeMap::from([
        ("LoadBalancer", [after(&balancer["LoadBalancerArn"], "loadbalancer/")?].into()),
        ("TargetGroup", [format!("targetgroup/{suffix}")].into()),
        ("AvailabilityZone", ZONES.map(|zone| format!("us-east-1{zone}")).into()),
        ("ClusterName", last_parts(&aws.list("ecs", "list_clusters", json!({}), "clusterArns")?)),
        ("QueueName", last_parts(&aws.list("sqs", "list_queues", json!({}), "QueueUrls")?)),
    ]);
    for (dimension, service, operation, list, identifier) in listings {
        let entries = aws.list(service, operation, json!({}), list)?;
        existing.insert(
            dimension,
            entries.iter().map(|entry| text(&entry[identifier]).to_string()).collect(),
        );
    }
    Ok(existing)
}

/// What CloudWatch calls a load balancer or a target group is a part of its ARN.
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html#load-balancer-metric-dimensions-alb>
fn after(arn: &Value, marker: &str) -> Result<String> {
    Ok(text(arn).split_once(marker).with_context(|| format!("{arn} has no {marker}"))?.1.into())
}

fn last_parts(arns: &[Value]) -> BTreeSet<String> {
    arns.iter().filter_map(|arn| text(arn).rsplit('/').next()).map(String::from).collect()
}

/// For each of `values` there is an alarm on the metric with that value of the dimension.
fn watched(
    aws: &Aws,
    metric: &str,
    dimension: &str,
    values: impl IntoIterator<Item = String>,
) -> Result<()> {
    let alarms = alarms(aws)?;
    for value in values {
        let wanted = (dimension.to_string(), value);
        let watches =
            |alarm: &&Value| alarm["MetricName"] == metric && dimensions(alarm).contains(&wanted);
        alarms
            .iter()
            .find(watches)
            .with_context(|| format!("no alarm on {metric} of {wanted:?}"))?;
    }
    Ok(())
}

/// The ARNs of all topics.
pub fn topics(aws: &Aws) -> Result<BTreeSet<String>> {
    let topics = aws.list("sns", "list_topics", json!({}), "Topics")?;
    Ok(topics.iter().map(|topic| text(&topic["TopicArn"]).to_string()).collect())
}
