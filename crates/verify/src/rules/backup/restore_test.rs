//! The backup of the database is restored regularly, to see whether it can be.
//!
//! ## Why
//!
//! Nobody knows whether a backup works until it has been restored. Every month, the stack restores
//! the cluster to a moment of the last day, counts its rows, measures how long it took, and deletes
//! the copy; auditors ask for that record (DB-3).
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_scheduler_schedule" "restore_test" {
//!   state = "DISABLED"
//! }
//! ```
//!
//! ## Fix
//!
//! Keep the state machine of the restore test, and its schedule enabled.
//!
//! ```hcl
//! resource "aws_scheduler_schedule" "restore_test" {
//!   state               = "ENABLED"
//!   schedule_expression = "cron(0 6 1 * ? *)"
//!
//!   target {
//!     arn      = aws_sfn_state_machine.restore_test.arn
//!     role_arn = aws_iam_role.restore_test.arn
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Restore testing](https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html)
//! - [Restoring a DB cluster to a specified time](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-pitr.html)

use crate::Planned::Known;
use crate::{Check, Resource};

rule! { Warning, Paytf, ["DB-3"] }

fn check(check: &mut Check) {
    let schedules: Vec<_> =
        check.all("aws_scheduler_schedule").filter(|schedule| runs_test(*schedule)).collect();
    let is_tested =
        !schedules.is_empty() || check.all("aws_backup_restore_testing_plan").next().is_some();
    for cluster in check.all("aws_rds_cluster") {
        let name = cluster.at("cluster_identifier");
        check.expect(
            &name,
            Known(is_tested),
            "no schedule restores its backup to see whether it can be",
        );
    }
}

/// Whether a schedule runs the state machine of the restore test, and is not turned off.
fn runs_test(schedule: Resource) -> bool {
    let machine = schedule.at("target.0.arn").link("aws_sfn_state_machine").one();
    let is_test = |machine: Resource| {
        machine.at("name").string().known().is_some_and(|name| name.contains("restore-test"))
    };
    machine.is_some_and(is_test) && schedule.at("state").string().or("ENABLED") == Known("ENABLED")
}
