use super::database::retentions;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-retention",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["DB-3"],
    page: include_str!("../../../docs/rules/backup-retention.md"),
    check,
};

fn check(check: &mut Check) {
    for (place, days) in retentions(check) {
        check.accept(&place, days, |days| {
            (days < 1.0).then(|| "nothing is backed up, and nothing can be restored".to_owned())
        });
    }
}
