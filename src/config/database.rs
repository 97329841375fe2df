//! Settings of the Aurora PostgreSQL cluster.

use super::{
    BackupWindow, EngineVersion, InstanceClass, MaintenanceWindow, Within,
    one_per_zone::one_per_zone,
};
use crate::cidr::ZONE_COUNT;

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

impl Database {
    /// Whether SQL can be run through the Data API.
    /// Source: Amazon Aurora User Guide, "Limitations for the Amazon RDS Data API": not on T
    /// instance classes.
    pub fn data_api(&self) -> bool {
        !self.instance_class.is_burstable()
    }
}

settings! {
    /// The Aurora PostgreSQL cluster.
    Database, DatabaseOverrides {
        /// Engine version. A minor upgrade happens in the maintenance windows; a major one needs
        /// `apply_immediately`; neither can be undone.
        engine_version: EngineVersion,
        /// Whether changes that restart the database are made during the apply, and not in the
        /// maintenance windows. For the one apply of a major upgrade: parameter groups of two major
        /// versions cannot wait for each other.
        apply_immediately: bool,
        /// Class of all three instances.
        instance_class: InstanceClass,
        /// How many days back the database can be restored. Source: Amazon RDS API,
        /// `CreateDBCluster`, `BackupRetentionPeriod`.
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
