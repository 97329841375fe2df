use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-name-held",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-name-held.md"),
    check,
};

/// Days where nothing is set. Source: Secrets Manager API, `DeleteSecret`, `RecoveryWindowInDays`.
const DEFAULT_DAYS: f64 = 30.0;

fn check(check: &mut Check) {
    for secret in check.inventory().destroyed("aws_secretsmanager_secret") {
        let window = secret.at("recovery_window_in_days");
        let has_new_name = Known(secret.at("name_prefix").text().is_set());
        let days = window.number().or(DEFAULT_DAYS);
        let is_free = days.map(|days| days == 0.0).or_else(has_new_name);
        let shown = days.known().unwrap_or(DEFAULT_DAYS);
        check.expect(
            &window,
            is_free,
            format!("keeps its name for {shown} days, in which no other secret can have it"),
        );
    }
}
