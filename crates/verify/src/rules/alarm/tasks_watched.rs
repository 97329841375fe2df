//! An alarm watches how many tasks of every ECS service run.
//!
//! ## Why
//!
//! A service whose tasks do not start keeps its desired count and loses capacity, one task at a
//! time; CPU and requests do not show it. The rule looks at plans that have alarms at all, and is
//! content with an alarm on `RunningTaskCount`, `DesiredTaskCount` or `PendingTaskCount` of
//! Container Insights, or on the number of samples of `CPUUtilization`, which has one for each
//! task.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   name = "payments"
//!   # …
//! }
//!
//! resource "aws_cloudwatch_metric_alarm" "cpu" {
//!   namespace   = "AWS/ECS"
//!   metric_name = "CPUUtilization"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Add an alarm on `RunningTaskCount`, below the least that is needed.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "running_tasks" {
//!   namespace           = "ECS/ContainerInsights"
//!   metric_name         = "RunningTaskCount"
//!   statistic           = "Minimum"
//!   comparison_operator = "LessThanThreshold"
//!   threshold           = 10
//!   treat_missing_data  = "breaching"
//!   dimensions = {
//!     ClusterName = aws_ecs_cluster.payments.name
//!     ServiceName = aws_ecs_service.payments.name
//!   }
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS Container Insights metrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html)
//! - [Amazon ECS service running task count](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html)

use super::watch::{Subject, each_is_watched};
use crate::Check;
use crate::alarm::Metric;
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["MON-3"] }

fn check(check: &mut Check) {
    let services = check
        .all("aws_ecs_service")
        .filter(|one| one.at("scheduling_strategy").string() != Known("DAEMON"));
    let services: Vec<_> = services.map(Subject::from).collect();
    each_is_watched(check, &services, shows_tasks, "no alarm watches how many of its tasks run");
}

fn shows_tasks(metric: &Metric) -> bool {
    let counts =
        |name: &str| ["RunningTaskCount", "DesiredTaskCount", "PendingTaskCount"].contains(&name);
    // CPUUtilization of a service has one sample for each task, so that its SampleCount is their
    // number.
    let samples = metric.is_in("AWS/ECS") && metric.statistic().string() == Known("SampleCount");
    samples
        || (metric.is_in("ECS/ContainerInsights")
            && metric.name().string().known().is_some_and(counts))
}
