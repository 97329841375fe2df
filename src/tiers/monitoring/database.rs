//! The Aurora cluster: replication lag (MON-1) and load.
//!
//! Sources of the metrics and their dimensions: Amazon Aurora User Guide, "Amazon CloudWatch metrics for Amazon Aurora"
//! and "Amazon CloudWatch dimensions for Aurora". What only the writer has is asked of the role `WRITER`, so that a
//! failover takes the alarm along.

use super::alarm::Alarm;
use super::commands::{DATABASE_EVENTS, DATABASE_LOG, INSTANCES, ROLL_BACK, SCALING, WRITER};
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};
use super::{Inputs, Monitoring};
use terraform::tf::Attr;

/// Milliseconds. Readers share the writer's storage and lag by well under 100 ms, so that a second is a fault.
/// Source: Amazon Aurora User Guide, "Replication with Amazon Aurora PostgreSQL".
const REPLICA_LAG_MILLISECONDS: u16 = 1000;
/// Percent. Above it an instance cannot take over the load of another.
const CPU_PERCENT: u8 = 80;
/// Milliseconds. A commit waits for four of six copies in three zones, a few milliseconds.
const COMMIT_MILLISECONDS: u8 = 50;

pub(super) fn watches(tier: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let each = |alarm: &dyn Fn(Attr<String>) -> Alarm| {
        let zones = tier.zones.iter().enumerate();
        zones.map(|(place, zone)| alarm(var.instance_identifiers.at(place)).in_zone(*zone)).collect::<Vec<_>>()
    };
    let watch = |page, title, alarms: Vec<Alarm>, runbook| Watch::new(Section::Database, page, title, alarms, runbook);
    vec![
        watch("replica-lag", "Replica lag of the slowest reader", vec![cluster_lag(var)], LAG),
        watch("replica-lag-instance", "Replica lag of each reader", each(&instance_lag), INSTANCE_LAG),
        watch("database-cpu", "CPU of each instance, in percent", each(&cpu), CPU),
        watch("database-connections", "Connections to each instance", each(&|id| connections(var, id)), CONNECTIONS),
        watch("database-memory", "Freeable memory of each instance, in bytes", each(&|id| memory(var, id)), MEMORY),
        watch("database-deadlocks", "Deadlocks a second", vec![deadlocks(var)], DEADLOCKS),
        watch("database-commit-latency", "Commit latency, in milliseconds", vec![commit_latency(var)], COMMIT),
    ]
}

fn cluster_lag(var: &Inputs) -> Alarm {
    let cluster = vec![("DBClusterIdentifier", var.cluster_identifier.clone())];
    aurora("AuroraReplicaLagMaximum", "Maximum", cluster)
        .above(REPLICA_LAG_MILLISECONDS)
        .or_no_data()
        .page("replica-lag")
}

/// On all three instances, because any of them may be a reader after a failover; the writer has no data.
fn instance_lag(id: Attr<String>) -> Alarm {
    instance("AuroraReplicaLag", "Maximum", id).above(REPLICA_LAG_MILLISECONDS).ticket("replica-lag-instance")
}

fn cpu(id: Attr<String>) -> Alarm {
    instance("CPUUtilization", "Average", id).above(CPU_PERCENT).lasting(5, 5).or_no_data().ticket("database-cpu")
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
    writer(var, "CommitLatency", "Average").above(COMMIT_MILLISECONDS).ticket("database-commit-latency")
}

fn aurora(name: &'static str, statistic: &'static str, dimensions: Vec<(&'static str, Attr<String>)>) -> Series {
    Metric { namespace: "AWS/RDS", name, dimensions, statistic }.into()
}

fn instance(name: &'static str, statistic: &'static str, id: Attr<String>) -> Series {
    aurora(name, statistic, vec![("DBInstanceIdentifier", id)])
}

fn writer(var: &Inputs, name: &'static str, statistic: &'static str) -> Series {
    aurora(name, statistic, vec![("DBClusterIdentifier", var.cluster_identifier.clone()), ("Role", "WRITER".into())])
}

const LAG: Runbook = Runbook {
    meaning: "The slowest Aurora reader is more than a second behind, or there is no reader: reads are \
         stale and a failover may take long. Committed payments are not at risk, since all \
         instances share one storage.",
    first_look: &[INSTANCES, WRITER, DATABASE_EVENTS],
    causes: &["A reader restarts or was replaced.", "A reader is overloaded by long queries.", "A burst of writes."],
    steps: &[
        "No reader is available: start or replace one, `aws rds reboot-db-instance`; until then a \
         failover takes minutes.",
        "A reader is busy: end its long queries; if it does not catch up, reboot it.",
        "A burst: wait.",
    ],
    escalate: "No reader for 15 minutes: AWS support, severity critical.",
};

const INSTANCE_LAG: Runbook = Runbook {
    meaning: "This Aurora reader is more than a second behind the writer: reads from it are stale.",
    first_look: &[
        "aws rds describe-db-instances --region us-east-1 --db-instance-identifier {{ instance }} \
         --query 'DBInstances[0].[AvailabilityZone,DBInstanceStatus,PerformanceInsightsEnabled]'",
        DATABASE_LOG,
    ],
    causes: &["Long queries on it.", "It is short of CPU.", "Its zone is impaired."],
    steps: &[
        "End the long queries, `pg_terminate_backend`.",
        "It does not catch up: `aws rds reboot-db-instance`; it reads from the shared storage at \
         once.",
    ],
    escalate: "All readers lag: treat it as replica-lag.",
};

const CPU: Runbook = Runbook {
    meaning: "This Aurora instance has been above 80 percent CPU for 5 minutes, or reports nothing and \
         may be down: it could not take over another instance's load.",
    first_look: &[INSTANCES, DATABASE_LOG],
    causes: &[
        "A statement whose plan has changed, or that lost its index.",
        "More load.",
        "It is down or restarts: no data.",
    ],
    steps: &[
        "Find the top statements in Database Insights and mend them.",
        "Load: choose a larger `database.instance_class`; change readers first, then fail over.",
        "Down: follow replica-lag.",
    ],
    escalate: "The writer at 100 percent and payments slow: the database's owner, at once.",
};

const CONNECTIONS: Runbook = Runbook {
    meaning: "This Aurora instance has more than 80 percent of the connections its class allows: soon \
         new ones will be refused.",
    first_look: &[SCALING, INSTANCES, DATABASE_LOG],
    causes: &[
        "More tasks than the pool was sized for.",
        "Tasks leak connections or keep transactions open.",
        "A failover brought all clients to one instance.",
    ],
    steps: &[
        "See in `pg_stat_activity` which clients hold them, and how many are idle in transaction.",
        "A leak: restart the tasks, then mend it.",
        "Growth: choose a larger `database.instance_class`, or put RDS Proxy before it.",
    ],
    escalate: "Connections are refused: the owner of the payment service, at once.",
};

const MEMORY: Runbook = Runbook {
    meaning: "This Aurora instance has had less than a twentieth of its memory free for 10 minutes: it \
         may restart, which is a failover if it writes.",
    first_look: &[INSTANCES, DATABASE_LOG],
    causes: &[
        "Many connections: each takes memory.",
        "Statements with large sorts or hashes.",
        "A class too small for the working set.",
    ],
    steps: &[
        "database-connections is on: follow it.",
        "Find the statements that sort much; lower `work_mem` for them.",
        "Choose a larger `database.instance_class`.",
    ],
    escalate: "The writer restarts again and again: the database's owner.",
};

const DEADLOCKS: Runbook = Runbook {
    meaning: "Transactions block each other, and PostgreSQL ends one of them: that payment fails and \
         has to be tried again.",
    first_look: &[DATABASE_LOG],
    causes: &[
        "A release that takes locks in another order.",
        "A migration beside payments.",
        "Two payments of one account at once, again and again.",
    ],
    steps: &[
        "The log names both statements: make both take locks in one order.",
        "A migration: stop it, and run it in small steps.",
        ROLL_BACK,
    ],
    escalate: "Payments fail noticeably: treat it as target-errors.",
};

const COMMIT: Runbook = Runbook {
    meaning: "The database takes more than 50 milliseconds to make a payment durable, many times the \
         usual.",
    first_look: &[WRITER, DATABASE_EVENTS, DATABASE_LOG],
    causes: &[
        "The storage is impaired in a zone.",
        "A burst of writes, or large transactions.",
        "The writer is short of CPU.",
    ],
    steps: &[
        "database-cpu is on: follow it.",
        "A zone-impaired alarm or AWS Health names storage: fail over to another zone, `aws rds \
         failover-db-cluster`.",
        "Large transactions: break them up.",
    ],
    escalate: "Not falling after 15 minutes: AWS support, severity urgent.",
};
