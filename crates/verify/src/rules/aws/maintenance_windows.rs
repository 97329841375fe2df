//! The backup window and the maintenance window of a database do not overlap.
//!
//! ## Why
//!
//! AWS refuses a database whose daily backup could fall into its weekly maintenance: `The backup
//! window and maintenance window must not overlap`. Terraform does not compare the two. The windows
//! of Aurora instances are compared with the backup window of their cluster.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   preferred_backup_window      = "07:00-08:00"
//!   preferred_maintenance_window = "sun:07:30-sun:08:30"
//! }
//! ```
//!
//! ## Fix
//!
//! Move one of the windows; both are in UTC and at least 30 minutes long.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   preferred_backup_window      = "07:00-08:00"
//!   preferred_maintenance_window = "sun:09:00-sun:10:00"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBCluster, PreferredBackupWindow](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
//! - [Backup window](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupWindow.html)

use crate::Planned::Known;
use crate::window::Window;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7"] }

/// Resources with both windows: the daily one of the backup, and the weekly one of maintenance.
const BOTH: [(&str, &str, &str); 4] = [
    ("aws_db_instance", "backup_window", "maintenance_window"),
    ("aws_docdb_cluster", "preferred_backup_window", "preferred_maintenance_window"),
    ("aws_neptune_cluster", "preferred_backup_window", "preferred_maintenance_window"),
    ("aws_rds_cluster", "preferred_backup_window", "preferred_maintenance_window"),
];

fn check(check: &mut Check) {
    for (kind, backup, maintenance) in BOTH {
        for database in check.all(kind) {
            compare(check, &database.at(backup), &database.at(maintenance));
        }
    }
    for instance in check.all("aws_rds_cluster_instance") {
        // The cluster's backup is the backup of each of its instances.
        if let Some(cluster) = instance.at("cluster_identifier").link("aws_rds_cluster").one() {
            compare(
                check,
                &cluster.at("preferred_backup_window"),
                &instance.at("preferred_maintenance_window"),
            );
        }
    }
}

fn compare<'a>(check: &mut Check<'a>, backup: &AttributePath<'a>, maintenance: &AttributePath<'a>) {
    let (Known(daily), Known(weekly)) = (backup.string(), maintenance.string()) else { return };
    match (accepted(Window::daily, daily), accepted(Window::weekly, weekly)) {
        (None, _) => check.fail(backup, "is not a daily window of at least 30 minutes"),
        (_, None) => check.fail(maintenance, "is not a weekly window of 30 minutes to 24 hours"),
        (Some(one), Some(other)) if one.overlaps(&other) => {
            check.fail(maintenance, format!("overlaps with the backup at {daily}"));
        }
        _ => check.pass(maintenance),
    }
}

fn accepted(parse: fn(&str) -> Option<Window>, text: &str) -> Option<Window> {
    parse(&text.to_lowercase()).filter(|window| window.refusal().is_none())
}
