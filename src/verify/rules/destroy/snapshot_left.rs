use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-snapshot-left",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-3"],
    page: include_str!("../../../../docs/rules/destroy-snapshot-left.md"),
    check,
};

/// Databases that make a last snapshot unless they are told not to.
const KINDS: [&str; 5] =
    ["aws_db_instance", "aws_docdb_cluster", "aws_neptune_cluster", "aws_rds_cluster", "aws_redshift_cluster"];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for database in KINDS.into_iter().flat_map(|kind| inventory.all(kind)) {
        let skip = database.at("skip_final_snapshot");
        check.expect(&skip, skip.flag(), "leaves a snapshot behind, whose name blocks the next destroy");
    }
}
