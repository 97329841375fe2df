use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-cache-failover",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-5"],
    page: include_str!("../../../docs/rules/zone-cache-failover.md"),
    check,
};

fn check(check: &mut Check) {
    for group in check.all("aws_elasticache_replication_group") {
        for (argument, otherwise) in [
            ("automatic_failover_enabled", "no replica takes over when the primary is lost"),
            ("multi_az_enabled", "its replicas may all stand in the zone of the primary"),
        ] {
            let place = group.at(argument);
            check.expect(&place, place.flag().or(false), otherwise);
        }
    }
}
