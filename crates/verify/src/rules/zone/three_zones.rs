use std::collections::BTreeSet;

use crate::Planned;
use crate::loss::{list, zone_of};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-three-zones",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-1", "NET-1"],
    page: include_str!("../../../docs/rules/zone-three-zones.md"),
    check,
};

/// Source: the product's requirement ALL-1.
const ZONES: usize = 3;

fn check(check: &mut Check) {
    for vpc in check.all("aws_vpc") {
        let subnets = check.inventory().referrers(vpc, "aws_subnet", "vpc_id");
        let zones: BTreeSet<&str> = subnets.iter().filter_map(|subnet| zone_of(*subnet)).collect();
        let regional = zones.iter().all(|zone| zone.starts_with("us-east-1"));
        let holds = zones.len() == ZONES && regional;
        check.expect(&vpc.root(), Planned::Known(holds), format_args!("has subnets in {}", list(zones)));
    }
}
