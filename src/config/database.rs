//! Settings of the Aurora PostgreSQL cluster.

use super::{BackupWindow, InstanceClass, MaintenanceWindow, Within, one_per_zone::one_per_zone};
use crate::cidr::ZONE_COUNT;

keywords! {
    /// Version of Aurora PostgreSQL: the long-term-support releases, which get fixes for years without a major upgrade.
    /// Source: Release Notes for Aurora PostgreSQL, "Aurora PostgreSQL long-term support releases".
    EngineVersion {
        /// PostgreSQL 15.10.
        V15_10 = "15.10",
        /// PostgreSQL 16.8.
        V16_8 = "16.8",
        /// PostgreSQL 17.7.
        V17_7 = "17.7",
    }
}

impl EngineVersion {
    /// The family a parameter group must have, `aurora-postgresql16`.
    pub const fn parameter_group_family(self) -> &'static str {
        match self {
            Self::V15_10 => "aurora-postgresql15",
            Self::V16_8 => "aurora-postgresql16",
            Self::V17_7 => "aurora-postgresql17",
        }
    }
}

keywords! {
    /// How much of the database's inner life CloudWatch Database Insights records.
    Insights {
        /// Nothing.
        Off = "off",
        /// Load by wait, statement and host.
        Standard = "standard",
        /// Standard, and execution plans, lock trees and a view of the fleet.
        Advanced = "advanced",
    }
}

impl Insights {
    /// Days Performance Insights keeps its data: 7 are free, advanced mode needs 465.
    /// Source: Amazon Aurora User Guide, "Turning on the Advanced mode of Database Insights".
    pub const fn retention_days(self) -> Option<u32> {
        match self {
            Self::Off => None,
            Self::Standard => Some(7),
            Self::Advanced => Some(465),
        }
    }
}

settings! {
    /// The Aurora PostgreSQL cluster.
    Database, DatabaseOverrides {
        /// Engine version.
        engine_version: EngineVersion,
        /// Class of all three instances.
        instance_class: InstanceClass,
        /// Days one can go back to. Source: Amazon RDS API, `CreateDBCluster`, `BackupRetentionPeriod`.
        backup_retention_days: Within<1, 35>,
        /// When the daily backup is made.
        backup_window: BackupWindow,
        /// When the cluster is maintained.
        maintenance_window: MaintenanceWindow,
        /// When each instance is maintained, in the order of the zones; never two of them at once.
        #[serde(deserialize_with = "one_per_zone")]
        instance_maintenance_windows: [MaintenanceWindow; ZONE_COUNT],
        /// Whether connections go through RDS Proxy, which pools them and follows a failover.
        proxy: bool,
        /// Database Insights.
        insights: Insights,
    }
}
