use super::final_snapshot::KINDS;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-snapshot-left",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-snapshot-left.md"),
    check,
};

fn check(check: &mut Check) {
    for database in check.all_of(&KINDS) {
        let skip = database.at("skip_final_snapshot");
        check.expect(&skip, skip.flag(), "leaves a snapshot behind, whose name blocks the next destroy");
    }
}
