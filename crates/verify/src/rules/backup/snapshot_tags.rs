use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-snapshot-tags",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["DB-3"],
    page: include_str!("../../../docs/rules/backup-snapshot-tags.md"),
    check,
};

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance"]) {
        let copy = database.at("copy_tags_to_snapshot");
        check.expect(&copy, copy.flag(), "its snapshots do not say to whom they belong");
    }
}
