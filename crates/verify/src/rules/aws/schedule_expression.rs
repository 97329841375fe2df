//! A schedule is one that AWS can read.
//!
//! ## Why
//!
//! Schedules of AWS look like those of Unix and are not: a cron expression has six fields, one of
//! day-of-month and day-of-week is `?`, and a rate says `1 minute` but `5 minutes`. Terraform
//! passes any text on; AWS answers `Parameter ScheduleExpression is not valid`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_scheduler_schedule" "restore_test" {
//!   schedule_expression = "cron(0 6 1 * *)"
//! }
//! ```
//!
//! ## Fix
//!
//! Write `rate(5 minutes)`, or `cron(minutes hours day-of-month month day-of-week year)` with one
//! `?`.
//!
//! ```hcl
//! resource "aws_scheduler_schedule" "restore_test" {
//!   schedule_expression = "cron(0 6 1 * ? *)"
//! }
//! ```
//!
//! ## Source
//!
//! - [Cron and rate expressions of EventBridge rules](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html)
//! - [Schedule types in EventBridge Scheduler](https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html)
//! - [AWS Backup, BackupRule](https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html)

use super::schedule::Schedule;
use crate::Check;

rule! { Error, AnyStack, ["ALL-7"] }

/// Where a schedule is, and whether it may be a single point in time. Systems Manager has a
/// cron of its own.
const SCHEDULES: [(&str, &str, bool); 4] = [
    ("aws_appautoscaling_scheduled_action", "schedule", true),
    ("aws_backup_restore_testing_plan", "schedule_expression", false),
    ("aws_cloudwatch_event_rule", "schedule_expression", false),
    ("aws_scheduler_schedule", "schedule_expression", true),
];

fn check(check: &mut Check) {
    for (kind, argument, once) in SCHEDULES {
        for scheduled in check.all(kind) {
            let place = scheduled.at(argument);
            // Only rules of EventBridge mind whether the unit is in the singular.
            let strict = kind == "aws_cloudwatch_event_rule";
            check.judge(&place, place.string(), |text| {
                Schedule { once, strict }.check_expression(text)
            });
        }
    }
    for rule in check.all("aws_backup_plan").flat_map(|plan| plan.at("rule").items()) {
        let place = rule.at("schedule");
        check.judge(&place, place.string(), |text| {
            Schedule { once: false, strict: false }.check_expression(text)
        });
    }
}
