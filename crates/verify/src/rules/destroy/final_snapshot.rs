use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-final-snapshot",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-final-snapshot.md"),
    check,
};

/// Databases that make a last snapshot unless they are told not to.
pub(super) const KINDS: [&str; 5] =
    ["aws_db_instance", "aws_docdb_cluster", "aws_neptune_cluster", "aws_rds_cluster", "aws_redshift_cluster"];

fn check(check: &mut Check) {
    for kind in KINDS {
        let inventory = check.inventory();
        for database in inventory.all(kind).chain(inventory.destroyed(kind)) {
            let (skip, name) = (database.at("skip_final_snapshot"), database.at("final_snapshot_identifier"));
            let is_named = Known(name.value().is_set());
            check.expect(
                &skip,
                skip.flag().or_else(is_named),
                "a destroy wants a final snapshot, and has no name for it",
            );
        }
    }
}
