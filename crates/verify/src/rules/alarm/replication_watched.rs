use super::watch::{Subject, each_is_watched};
use crate::alarm::Metric;
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-replication-watched",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["MON-1"],
    page: include_str!("../../../docs/rules/alarm-replication-watched.md"),
    check,
};

fn check(check: &mut Check) {
    let clusters: Vec<_> =
        check.all("aws_rds_cluster").map(with_instances).filter(|cluster| cluster.parts.len() > 1).collect();
    each_is_watched(check, &clusters, shows_lag, "no alarm watches how far its readers lag behind");
    let replicas = check.all("aws_db_instance").filter(|one| one.at("replicate_source_db").value().is_set());
    let replicas: Vec<_> = replicas.map(Subject::from).collect();
    each_is_watched(check, &replicas, shows_lag, "no alarm watches how far this replica lags behind");
}

fn with_instances(resource: Resource<'_>) -> Subject<'_> {
    let parts = resource.inventory().referrers(resource, "aws_rds_cluster_instance", "cluster_identifier");
    Subject { resource, parts }
}

fn shows_lag(metric: &Metric) -> bool {
    metric.is_in("AWS/RDS") && metric.name().text().known().is_some_and(|name| name.contains("ReplicaLag"))
}
