use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-key-window",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-key-window.md"),
    check,
};

/// The shortest that KMS allows, and what holds where nothing is set.
/// Source: KMS API, `ScheduleKeyDeletion`, `PendingWindowInDays`.
const SHORTEST: f64 = 7.0;
const DEFAULT_DAYS: f64 = 30.0;

fn check(check: &mut Check) {
    for key in check.all_of(&["aws_kms_external_key", "aws_kms_key", "aws_kms_replica_key"]) {
        let window = key.at("deletion_window_in_days");
        let is_shortest = window.number().or(DEFAULT_DAYS).map(|days| days <= SHORTEST);
        check.expect(&window, is_shortest, "waits longer than the seven days that KMS asks for");
    }
}
