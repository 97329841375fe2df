//! Alarms of the Aurora cluster: replication lag (MON-1) and load.

use super::alarm::{Alarm, Comparison, Metric, MissingData, Series, Severity, Window};
use super::{Inputs, Monitoring};
use crate::tf::Attr;

/// Milliseconds. Readers share the writer's storage and lag by well under 100 ms, so that a second is a fault.
/// Source: Amazon Aurora User Guide, "Replication with Amazon Aurora PostgreSQL".
const REPLICA_LAG_MILLISECONDS: u16 = 1000;

/// Percent. Above it an instance cannot take over the load of another.
const CPU_PERCENT: u8 = 80;

pub(super) fn alarms(tier: &Monitoring, var: &Inputs) -> Vec<Alarm> {
    let mut alarms = vec![cluster_lag(var)];
    for (place, zone) in tier.zones.iter().enumerate() {
        let instance = var.instance_identifiers.at(place);
        alarms.push(instance_lag(zone.letter(), &instance));
        alarms.push(instance_cpu(zone.letter(), &instance));
    }
    alarms
}

fn cluster_lag(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "replica-lag".to_owned(),
        severity: Severity::Page,
        series: aurora("AuroraReplicaLagMaximum", "Maximum", ("DBClusterIdentifier", var.cluster_identifier.clone())),
        comparison: Comparison::Above,
        threshold: REPLICA_LAG_MILLISECONDS.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::Breaching,
        meaning: "The slowest Aurora reader is more than a second behind, or there is no reader: reads are stale and a \
                  failover may take long. Committed payments are not at risk, since all instances share one storage.",
        first_step: "look at the cluster's instances and recent RDS events; if a reader is missing or failed, reboot \
                     or replace it.",
    }
}

/// On all three instances, because any of them may be a reader after a failover; the writer has no data.
fn instance_lag(zone: &str, instance: &Attr<String>) -> Alarm {
    Alarm {
        purpose: format!("replica-lag-{zone}"),
        severity: Severity::Ticket,
        series: aurora("AuroraReplicaLag", "Maximum", ("DBInstanceIdentifier", instance.clone())),
        comparison: Comparison::Above,
        threshold: REPLICA_LAG_MILLISECONDS.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "This Aurora reader is more than a second behind the writer: reads from it are stale.",
        first_step: "look for long queries and high CPU on it; if it does not catch up, reboot it.",
    }
}

fn instance_cpu(zone: &str, instance: &Attr<String>) -> Alarm {
    Alarm {
        purpose: format!("database-cpu-{zone}"),
        severity: Severity::Ticket,
        series: aurora("CPUUtilization", "Average", ("DBInstanceIdentifier", instance.clone())),
        comparison: Comparison::Above,
        threshold: CPU_PERCENT.into(),
        window: Window { wrong: 5, of: 5 },
        missing_data: MissingData::Breaching,
        meaning: "This Aurora instance has been above 80 percent CPU for 5 minutes, or reports nothing and may be \
                  down: it could not take over another instance's load.",
        first_step: "check that it is available, then look for the top statements in Database Insights.",
    }
}

fn aurora(metric: &'static str, statistic: &'static str, dimension: (&'static str, Attr<String>)) -> Series {
    Series::Metric(Metric { namespace: "AWS/RDS", name: metric, dimensions: vec![dimension], statistic })
}
