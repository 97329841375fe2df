use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "scale-in-slowly",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["APP-2", "ALL-5"],
    page: include_str!("../../../docs/rules/scale-in-slowly.md"),
    check,
};

/// As long as a zone's loss takes to be noticed and replaced. Source: `src/config/profile.rs`.
const SECONDS: f64 = 300.0;

fn check(check: &mut Check) {
    for policy in check.all("aws_appautoscaling_policy") {
        let place = policy.at("target_tracking_scaling_policy_configuration.0.scale_in_cooldown");
        let slow = place.number().or(SECONDS).map(|seconds| seconds >= SECONDS);
        check.expect(
            &place,
            slow,
            "tasks are taken away soon after a zone is lost, when its load has not come back yet",
        );
    }
}
