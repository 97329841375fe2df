//! Every function that is called has an alarm on its failures.
//!
//! ## Why
//!
//! A function that fails is called again, or not; nobody sees either. Only an alarm on `Errors`, or
//! on dropped events, reports it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "settle" {
//!   # and no alarm
//! }
//! ```
//!
//! ## Fix
//!
//! Add an alarm on `Errors`, or on another metric of it.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "watch" {
//!   alarm_name          = "watch"
//!   namespace           = "AWS/Lambda"
//!   metric_name         = "Errors"
//!   comparison_operator = "GreaterThanThreshold"
//!   evaluation_periods  = 1
//!   threshold           = 0
//!   period              = 60
//!   statistic           = "Sum"
//!   dimensions = {
//!     FunctionName = aws_lambda_function.settle.function_name
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Using Amazon CloudWatch alarms](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html)
//! - [Lambda metrics](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html)

use super::watch::{Subject, each_is_watched};
use crate::Check;
use crate::alarm::Metric;

rule! { Warning, AnyStack, ["MON-2"] }

const TELLING: &[&str] =
    &["Errors", "Throttles", "DeadLetterErrors", "Duration", "AsyncEventsDropped", "IteratorAge"];

fn check(check: &mut Check) {
    let all: Vec<_> = check.all("aws_lambda_function").map(Subject::from).collect();
    each_is_watched(check, &all, tells, "no alarm watches whether it fails");
}

fn tells(metric: &Metric) -> bool {
    metric.is_in("AWS/Lambda")
        && metric.name().string().known().is_some_and(|name| TELLING.contains(&name))
}
