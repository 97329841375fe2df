//! Enhanced monitoring of a database has an interval that RDS offers, and a role.
//!
//! ## Why
//!
//! RDS measures the operating system every 1, 5, 10, 15, 30 or 60 seconds, and writes to CloudWatch
//! Logs through a role. It refuses any other interval, and an interval without a role: `A
//! MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "a" {
//!   monitoring_interval = 20
//! }
//! ```
//!
//! ## Fix
//!
//! Set `monitoring_interval` to one of the intervals, and `monitoring_role_arn` to a role with
//! `AmazonRDSEnhancedMonitoringRole`.
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "a" {
//!   monitoring_interval = 15
//!   monitoring_role_arn = aws_iam_role.monitoring.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBInstance, MonitoringInterval](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html)
//! - [Setting up and enabling Enhanced Monitoring](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.Enabling.html)

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-7"] }

/// Seconds between two measurements; 0 turns them off. Source: RDS API, `CreateDBInstance`,
/// `MonitoringInterval`.
const INTERVALS: [f64; 7] = [0.0, 1.0, 5.0, 10.0, 15.0, 30.0, 60.0];

fn check(check: &mut Check) {
    for database in
        check.all_of(&["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"])
    {
        let (interval, role) =
            (database.at("monitoring_interval"), database.at("monitoring_role_arn"));
        let seconds = interval.number().or(0.0);
        check.judge(&interval, seconds, |seconds| {
            (!INTERVALS.contains(&seconds)).then(|| format!("{seconds} seconds are not offered"))
        });
        if seconds.known().is_some_and(|seconds| seconds > 0.0) {
            let has_role = Known(role.value().is_set());
            check.expect(
                &role,
                has_role,
                "has no role with which RDS could write its measurements",
            );
        }
    }
}
