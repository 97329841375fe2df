//! An alarm watches how far the readers of a database lag behind.
//!
//! ## Why
//!
//! A reader that lags gives old answers, restarts itself when it falls too far behind, and is a
//! worse candidate at a failover. On Aurora the lag is no loss of data, since readers share the
//! writer's storage; with an RDS read replica, it is. The rule looks only at plans that
//! have alarms, at clusters with more than one instance, and at replicas.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "all" {
//!   count              = 3
//!   cluster_identifier = aws_rds_cluster.payments.id
//!   # …
//! }
//!
//! resource "aws_cloudwatch_metric_alarm" "cpu" {
//!   namespace   = "AWS/RDS"
//!   metric_name = "CPUUtilization"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Add an alarm on `AuroraReplicaLagMaximum` of the cluster, or on `ReplicaLag` of the replica.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "lag" {
//!   namespace           = "AWS/RDS"
//!   metric_name         = "AuroraReplicaLagMaximum"
//!   dimensions          = { DBClusterIdentifier = aws_rds_cluster.payments.cluster_identifier }
//!   statistic           = "Maximum"
//!   comparison_operator = "GreaterThanThreshold"
//!   threshold           = 1000
//!   treat_missing_data  = "breaching"
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Metrics for Aurora](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html)
//! - [Replication with Aurora](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html)

use super::watch::{Subject, each_is_watched};
use crate::Check;
use crate::alarm::Metric;
use crate::resource::Resource;

rule! { Warning, AnyStack, ["MON-1"] }

fn check(check: &mut Check) {
    let clusters: Vec<_> = check
        .all("aws_rds_cluster")
        .map(with_instances)
        .filter(|cluster| cluster.parts.len() > 1)
        .collect();
    each_is_watched(check, &clusters, shows_lag, "no alarm watches how far its readers lag behind");
    let replicas =
        check.all("aws_db_instance").filter(|one| one.at("replicate_source_db").value().is_set());
    let replicas: Vec<_> = replicas.map(Subject::from).collect();
    each_is_watched(
        check,
        &replicas,
        shows_lag,
        "no alarm watches how far this replica lags behind",
    );
}

fn with_instances(resource: Resource<'_>) -> Subject<'_> {
    let parts =
        resource.inventory().referrers(resource, "aws_rds_cluster_instance", "cluster_identifier");
    Subject { resource, parts }
}

fn shows_lag(metric: &Metric) -> bool {
    metric.is_in("AWS/RDS")
        && metric.name().string().known().is_some_and(|name| name.contains("ReplicaLag"))
}
