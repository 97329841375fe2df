use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-automated-backups",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-3", "DB-3"],
    page: include_str!("../../../docs/rules/destroy-automated-backups.md"),
    check,
};

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        let delete = database.at("delete_automated_backups");
        // The provider's default.
        check.expect(&delete, delete.flag().or(true), "its automated backups stay after a destroy, and are paid for");
    }
}
