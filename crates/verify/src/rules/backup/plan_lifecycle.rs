use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-plan-lifecycle",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "DB-3"],
    page: include_str!("../../../docs/rules/backup-plan-lifecycle.md"),
    check,
};

/// Days that a backup stays in cold storage at least. Source: AWS Backup API, `Lifecycle`.
const IN_COLD: f64 = 90.0;

fn check(check: &mut Check) {
    for rule in check.all("aws_backup_plan").flat_map(|plan| plan.at("rule").items()) {
        let copies = rule.at("copy_action").items().into_iter().map(|copy| copy.at("lifecycle.0"));
        for lifecycle in [rule.at("lifecycle.0")].into_iter().chain(copies) {
            let (cold, end) = (lifecycle.at("cold_storage_after"), lifecycle.at("delete_after"));
            // The provider writes 0 where nothing is set.
            if let (Known(cold), Known(days)) = (cold.number(), end.number())
                && cold > 0.0
                && days > 0.0
            {
                let otherwise = format!("ends less than 90 days after it went to cold storage at {cold} days");
                check.expect(&end, Known(days >= cold + IN_COLD), otherwise);
            }
        }
    }
}
