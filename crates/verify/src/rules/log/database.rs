//! Every database exports its log to CloudWatch Logs.
//!
//! ## Why
//!
//! The log of a database is kept on its instance for a few days, and is gone with the instance:
//! after a failover or a deletion, no log says what happened before. Exported logs survive both,
//! and can be searched and have alarms.
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
//! Set `enabled_cloudwatch_logs_exports`, for PostgreSQL to `["postgresql"]`.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   engine                          = "aurora-postgresql"
//!   enabled_cloudwatch_logs_exports = ["postgresql"]
//! }
//! ```
//!
//! ## Source
//!
//! - [Publishing Aurora PostgreSQL logs to Amazon CloudWatch Logs](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.CloudWatch.html)
//! - [Publishing database logs to Amazon CloudWatch Logs](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html)

use crate::Check;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-6", "DB-1"] }

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_rds_cluster", "aws_db_instance"]) {
        exports(check, database);
    }
}

fn exports<'a>(check: &mut Check<'a>, database: Resource<'a>) {
    let place = database.at("enabled_cloudwatch_logs_exports");
    let is_postgresql =
        database.at("engine").string().known().is_some_and(|engine| engine.contains("postgres"));
    match place.strings() {
        Known(logs) if logs.is_empty() => {
            check.fail(&place, "its log stays on its instances, and is lost with them")
        }
        Known(logs) if is_postgresql && !logs.contains(&"postgresql") => {
            check.fail(&place, "the log of PostgreSQL itself is not among them");
        }
        Known(_) => check.pass(&place),
        Absent => check.fail(&place, "its log stays on its instances, and is lost with them"),
        Unknown => check.known_later(&place),
    }
}
