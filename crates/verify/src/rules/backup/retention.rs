//! Every database is backed up, so that it can be restored to any moment.
//!
//! ## Why
//!
//! With a retention of one day or more, RDS makes daily snapshots and uploads the log of
//! transactions all the time: the database can be restored to any moment until about five minutes
//! ago. With 0 there is neither, and a dropped table is gone. 0 is the provider's default for
//! `aws_db_instance`; for an Aurora cluster AWS refuses it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_instance" "payments" {
//!   instance_class = "db.m7g.large"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `backup_retention_period` to the number of days that you want to be able to go back, 1 to
//! 35.
//!
//! ```hcl
//! resource "aws_db_instance" "payments" {
//!   instance_class          = "db.m7g.large"
//!   backup_retention_period = 35
//! }
//! ```
//!
//! ## Source
//!
//! - [Backup retention period](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html)
//! - [Restoring a DB cluster to a specified time](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-pitr.html)

use super::database::retentions;
use crate::Check;

rule! { Error, AnyStack, ["DB-3"] }

fn check(check: &mut Check) {
    for (place, days) in retentions(check) {
        check.judge(&place, days, |days| {
            (days < 1.0).then(|| "nothing is backed up, and nothing can be restored".to_owned())
        });
    }
}
