//! The Aurora cluster: replication lag (MON-1) and load.
//!
//! Sources of the metrics and their dimensions: Amazon Aurora User Guide, "Amazon CloudWatch
//! metrics for Amazon Aurora" and "Amazon CloudWatch dimensions for Aurora". What only the writer
//! has is asked of the role `WRITER`, so that a failover takes the alarm along.

use super::alarm::Alarm;
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};
use super::{Inputs, Monitoring};
use terraform::tf::Attr;

/// Milliseconds. Readers share the writer's storage and lag by well under 100 ms, so that a second
/// is a fault. Source: Amazon Aurora User Guide, "Replication with Amazon Aurora PostgreSQL".
const REPLICA_LAG_MILLISECONDS: u16 = 1000;
/// Percent. Above it an instance cannot take over the load of another.
const CPU_PERCENT: u8 = 80;
/// Milliseconds. A commit waits for four of six copies in three zones, a few milliseconds.
const COMMIT_MILLISECONDS: u8 = 50;

/// The alarm on the lag of the slowest Aurora reader.
pub(super) const REPLICA_LAG: &str = "replica-lag";

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let each = |alarm: &dyn Fn(Attr<String>) -> Alarm| {
        let zones = tier.zones.iter().enumerate();
        zones
            .map(|(place, zone)| alarm(var.instance_identifiers.at(place)).in_zone(*zone))
            .collect::<Vec<_>>()
    };
    let watch =
        |page, title, alarms: Vec<Alarm>| Watch::new(Section::Database, page, title, alarms);
    vec![
        watch(REPLICA_LAG, "Replica lag of the slowest reader", vec![cluster_lag(var)]),
        watch("replica-lag-instance", "Replica lag of each reader", each(&instance_lag)),
        watch("database-cpu", "CPU of each instance, in percent", each(&cpu)),
        watch(
            "database-connections",
            "Connections to each instance",
            each(&|id| connections(var, id)),
        ),
        watch(
            "database-memory",
            "Freeable memory of each instance, in bytes",
            each(&|id| memory(var, id)),
        ),
        watch("database-deadlocks", "Deadlocks a second", vec![deadlocks(var)]),
        watch(
            "database-commit-latency",
            "Commit latency, in milliseconds",
            vec![commit_latency(var)],
        ),
    ]
}

fn cluster_lag(var: &Inputs) -> Alarm {
    let cluster = vec![("DBClusterIdentifier", var.cluster_identifier.clone())];
    aurora("AuroraReplicaLagMaximum", "Maximum", cluster)
        .above(REPLICA_LAG_MILLISECONDS)
        .or_no_data()
        .page(REPLICA_LAG)
}

/// On all three instances, because any of them may be a reader after a failover; the writer has no
/// data.
fn instance_lag(id: Attr<String>) -> Alarm {
    instance("AuroraReplicaLag", "Maximum", id)
        .above(REPLICA_LAG_MILLISECONDS)
        .ticket("replica-lag-instance")
}

fn cpu(id: Attr<String>) -> Alarm {
    instance("CPUUtilization", "Average", id)
        .above(CPU_PERCENT)
        .lasting(5, 5)
        .or_no_data()
        .ticket("database-cpu")
}

fn connections(var: &Inputs, id: Attr<String>) -> Alarm {
    instance("DatabaseConnections", "Maximum", id)
        .above(&var.database_connection_ceiling)
        .ticket("database-connections")
}

fn memory(var: &Inputs, id: Attr<String>) -> Alarm {
    instance("FreeableMemory", "Minimum", id)
        .below(&var.database_memory_floor)
        .lasting(10, 10)
        .ticket("database-memory")
}

fn deadlocks(var: &Inputs) -> Alarm {
    writer(var, "Deadlocks", "Average").above(0).ticket("database-deadlocks")
}

fn commit_latency(var: &Inputs) -> Alarm {
    writer(var, "CommitLatency", "Average")
        .above(COMMIT_MILLISECONDS)
        .ticket("database-commit-latency")
}

fn aurora(
    name: &'static str,
    statistic: &'static str,
    dimensions: Vec<(&'static str, Attr<String>)>,
) -> Series {
    Metric { namespace: "AWS/RDS", name, dimensions, statistic }.into()
}

fn instance(name: &'static str, statistic: &'static str, id: Attr<String>) -> Series {
    aurora(name, statistic, vec![("DBInstanceIdentifier", id)])
}

fn writer(var: &Inputs, name: &'static str, statistic: &'static str) -> Series {
    aurora(
        name,
        statistic,
        vec![("DBClusterIdentifier", var.cluster_identifier.clone()), ("Role", "WRITER".into())],
    )
}
