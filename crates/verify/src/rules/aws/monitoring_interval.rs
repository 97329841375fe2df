use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-monitoring-interval",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7"],
    page: include_str!("../../../docs/rules/aws-monitoring-interval.md"),
    check,
};

/// Seconds between two measurements; 0 turns them off. Source: RDS API, `CreateDBInstance`, `MonitoringInterval`.
const INTERVALS: [f64; 7] = [0.0, 1.0, 5.0, 10.0, 15.0, 30.0, 60.0];

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"]) {
        let (interval, role) = (database.at("monitoring_interval"), database.at("monitoring_role_arn"));
        let seconds = interval.number().or(0.0);
        check.accept(&interval, seconds, |seconds| {
            (!INTERVALS.contains(&seconds)).then(|| format!("{seconds} seconds are not offered"))
        });
        if seconds.known().is_some_and(|seconds| seconds > 0.0) {
            let has_role = Known(role.value().is_set());
            check.expect(&role, has_role, "no role lets RDS write the measurements it is to make");
        }
    }
}
