use super::schedule::Schedule;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-schedule-expression",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7"],
    page: include_str!("../../../docs/rules/aws-schedule-expression.md"),
    check,
};

/// Where a schedule stands, and whether it may be a single point in time. Systems Manager has a cron of its own.
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
            check.accept(&place, place.text(), |text| Schedule { once, strict }.problem(text));
        }
    }
    for rule in check.all("aws_backup_plan").flat_map(|plan| plan.at("rule").items()) {
        let place = rule.at("schedule");
        check.accept(&place, place.text(), |text| Schedule { once: false, strict: false }.problem(text));
    }
}
