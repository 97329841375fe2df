//! A database can be restored to any moment of the last week.
//!
//! ## Why
//!
//! Wrong data is often noticed after a weekend. With the default of one day, the moment before the
//! mistake can then no longer be restored. Keeping backups for longer costs nothing until they
//! outgrow the database.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine = "aurora-postgresql"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `backup_retention_period` to 7 or more.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine                  = "aurora-postgresql"
//!   backup_retention_period = 35
//! }
//! ```
//!
//! ## Source
//!
//! - [RDS.11, automatic backups](https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-11)
//! - [Understanding Aurora backup storage usage](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-storage-backup.html)

use super::database::retentions;
use crate::Check;

rule! { Warning, AnyStack, ["DB-3"] }

/// Source: AWS Security Hub, RDS.11, which asks for seven days.
const LEAST: f64 = 7.0;

fn check(check: &mut Check) {
    // Without any backup it is `backup-retention` that speaks.
    for (place, days) in retentions(check).into_iter().filter(|(_, days)| days.known() != Some(0.0))
    {
        check.judge(&place, days, |days| {
            (days < LEAST).then(|| {
                "a mistake that is noticed after that time can no longer be undone".to_owned()
            })
        });
    }
}
