use super::database::retentions;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-retention-week",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["DB-3"],
    page: include_str!("../../../docs/rules/backup-retention-week.md"),
    check,
};

/// Source: AWS Security Hub, RDS.11, which asks for seven days.
const LEAST: f64 = 7.0;

fn check(check: &mut Check) {
    // Without any backup it is `backup-retention` that speaks.
    for (place, days) in retentions(check).into_iter().filter(|(_, days)| days.known() != Some(0.0)) {
        check.accept(&place, days, |days| {
            (days < LEAST).then(|| "a mistake that is found later than that can no longer be undone".to_owned())
        });
    }
}
