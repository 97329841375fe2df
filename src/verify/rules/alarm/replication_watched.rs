use super::watch::each_is_watched;
use crate::verify::alarm::Metric;
use crate::verify::resource::Resource;
use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-replication-watched",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["MON-1"],
    page: include_str!("../../../../docs/rules/alarm-replication-watched.md"),
    check,
};

fn check(check: &mut Check) {
    let clusters: Vec<_> = check.all("aws_rds_cluster").filter(|cluster| instances(*cluster).len() > 1).collect();
    let (watched, left): (Vec<_>, Vec<_>) = clusters.into_iter().partition(|cluster| !is_watched_by_instance(*cluster));
    each_is_watched(check, &watched, shows_lag, "no alarm watches how far its readers lag behind");
    for cluster in left {
        check.pass(&cluster.root());
    }
    let replicas: Vec<_> =
        check.all("aws_db_instance").filter(|one| one.at("replicate_source_db").value().is_set()).collect();
    each_is_watched(check, &replicas, shows_lag, "no alarm watches how far this replica lags behind");
}

fn instances(cluster: Resource<'_>) -> Vec<Resource<'_>> {
    cluster.inventory().referrers(cluster, "aws_rds_cluster_instance", "cluster_identifier")
}

fn is_watched_by_instance(cluster: Resource) -> bool {
    let metrics = super::subject::watched(cluster.inventory());
    let lag: Vec<_> = metrics.iter().filter(|metric| shows_lag(metric)).collect();
    let watched = |instance: Resource| {
        lag.iter().any(|metric| super::subject::subjects(metric, instance.kind()).contains(&instance))
    };
    instances(cluster).into_iter().any(watched)
}

fn shows_lag(metric: &Metric) -> bool {
    metric.is_in("AWS/RDS") && metric.name().text().known().is_some_and(|name| name.contains("ReplicaLag"))
}
