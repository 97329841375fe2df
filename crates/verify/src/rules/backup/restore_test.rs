use crate::Planned::Known;
use crate::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-restore-test",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["DB-3"],
    page: include_str!("../../../docs/rules/backup-restore-test.md"),
    check,
};

fn check(check: &mut Check) {
    let schedules: Vec<_> = check.all("aws_scheduler_schedule").filter(|schedule| runs_test(*schedule)).collect();
    let is_tested = !schedules.is_empty() || check.all("aws_backup_restore_testing_plan").next().is_some();
    for cluster in check.all("aws_rds_cluster") {
        let name = cluster.at("cluster_identifier");
        check.expect(&name, Known(is_tested), "no schedule restores its backup to see whether it can be");
    }
}

/// Whether a schedule runs the state machine of the restore test, and is not turned off.
fn runs_test(schedule: Resource) -> bool {
    let machine = schedule.at("target.0.arn").link("aws_sfn_state_machine").one();
    let is_test =
        |machine: Resource| machine.at("name").text().known().is_some_and(|name| name.contains("restore-test"));
    machine.is_some_and(is_test) && schedule.at("state").text().or("ENABLED") == Known("ENABLED")
}
