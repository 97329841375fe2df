//! Every database has an alarm on its health.
//!
//! ## Why
//!
//! A disk that fills up, connections that run out, a CPU at its limit: the metrics of a database
//! show each of them hours before it stops, if someone watches.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_instance" "ledger" {
//!   # and no alarm
//! }
//! ```
//!
//! ## Fix
//!
//! Add an alarm on `CPUUtilization`, or on another metric of it.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "watch" {
//!   alarm_name          = "watch"
//!   namespace           = "AWS/RDS"
//!   metric_name         = "CPUUtilization"
//!   comparison_operator = "GreaterThanThreshold"
//!   evaluation_periods  = 1
//!   threshold           = 0
//!   period              = 60
//!   statistic           = "Sum"
//!   dimensions = {
//!     DBInstanceIdentifier = aws_db_instance.ledger.identifier
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Using Amazon CloudWatch alarms](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html)
//! - [CloudWatch metrics for Amazon RDS](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html)

use super::watch::{Subject, each_is_watched};
use crate::Check;
use crate::alarm::Metric;

rule! { Warning, AnyStack, ["MON-2"] }

const TELLING: &[&str] = &[
    "CPUUtilization",
    "DatabaseConnections",
    "FreeStorageSpace",
    "FreeableMemory",
    "DBLoad",
    "ReadLatency",
    "WriteLatency",
    "Deadlocks",
    "CommitLatency",
];

fn check(check: &mut Check) {
    let all: Vec<_> = check.all("aws_db_instance").map(Subject::from).collect();
    each_is_watched(check, &all, tells, "no alarm watches how it is");
}

fn tells(metric: &Metric) -> bool {
    metric.is_in("AWS/RDS")
        && metric.name().string().known().is_some_and(|name| TELLING.contains(&name))
}
