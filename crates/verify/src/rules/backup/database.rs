//! The databases that are backed up automatically, and for how long.

use crate::Planned::{Absent, Known};
use crate::{AttributePath, Check, Planned, Resource};

/// Type, and the days that hold where nothing is set.
/// Source: RDS API, `CreateDBCluster` and `CreateDBInstance`; the provider sends 0 for an instance.
const KINDS: [(&str, f64); 4] = [
    ("aws_db_instance", 0.0),
    ("aws_docdb_cluster", 1.0),
    ("aws_neptune_cluster", 1.0),
    ("aws_rds_cluster", 1.0),
];

/// Where each database says for how many days it can be taken back, and how many these are.
pub fn retentions<'a>(check: &Check<'a>) -> Vec<(AttributePath<'a>, Planned<f64>)> {
    let databases = KINDS
        .into_iter()
        .flat_map(|(kind, days)| check.all(kind).map(move |database| (database, days)));
    databases
        .filter(|(database, _)| !is_copy(*database))
        .map(|(database, days)| retention(database, days))
        .collect()
}

fn retention<'a>(database: Resource<'a>, by_default: f64) -> (AttributePath<'a>, Planned<f64>) {
    let place = database.at("backup_retention_period");
    let days = place.number().or(by_default);
    (place, days)
}

/// A replica is backed up where its source is; an instance made from a snapshot or a point in time
/// keeps its retention.
fn is_copy(database: Resource) -> bool {
    let is_set = |argument: &str| database.at(argument).value().is_set();
    let is_restored = is_set("snapshot_identifier") || is_set("restore_to_point_in_time.0");
    let says_nothing =
        matches!(database.at("backup_retention_period").number(), Absent | Known(0.0));
    database.kind() == "aws_db_instance"
        && says_nothing
        && (is_set("replicate_source_db") || is_restored)
}
