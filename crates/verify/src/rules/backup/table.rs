use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-table",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["DB-3"],
    page: include_str!("../../../docs/rules/backup-table.md"),
    check,
};

fn check(check: &mut Check) {
    for table in check.all("aws_dynamodb_table") {
        // A replica of a table of another region is recovered with it.
        let recovery = table.at("point_in_time_recovery.0.enabled");
        check.expect(&recovery, recovery.flag(), "cannot be restored to a moment before a mistake");
    }
}
