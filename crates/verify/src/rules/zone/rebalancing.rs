use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-rebalancing",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-5"],
    page: include_str!("../../../docs/rules/zone-rebalancing.md"),
    check,
};

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        let place = service.at("availability_zone_rebalancing");
        // Left out, provider 5 writes DISABLED, though AWS's own default for new services is ENABLED.
        let enabled = place.text().or("DISABLED").map(|setting| setting == "ENABLED");
        check.expect(&place, enabled, "tasks stay where they are when a lost zone is back");
    }
}
