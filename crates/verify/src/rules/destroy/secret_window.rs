use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-secret-window",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-secret-window.md"),
    check,
};

/// Days where nothing is set. Source: Secrets Manager API, `DeleteSecret`, `RecoveryWindowInDays`.
const DEFAULT_DAYS: f64 = 30.0;

fn check(check: &mut Check) {
    for secret in check.all("aws_secretsmanager_secret") {
        let window = secret.at("recovery_window_in_days");
        let at_once = window.number().or(DEFAULT_DAYS).map(|days| days == 0.0);
        check.expect(
            &window,
            at_once,
            "keeps its name for days after a destroy, so that the stack cannot be made again",
        );
    }
}
