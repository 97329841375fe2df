use crate::Planned::Known;
use crate::loss::Standing;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-group-spans",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-5"],
    page: include_str!("../../../docs/rules/zone-group-spans.md"),
    check,
};

fn check(check: &mut Check) {
    for group in check.all("aws_autoscaling_group") {
        let (subnets, zones) = (group.at("vpc_zone_identifier"), group.at("availability_zones"));
        match zones.texts() {
            Known(names) => check.expect(&zones, Known(names.len() > 1), "all machines stand in one zone"),
            _ => check.expect_span(&subnets, &Standing::of(&subnets)),
        }
    }
    for group in check.all("aws_eks_node_group") {
        let subnets = group.at("subnet_ids");
        check.expect_span(&subnets, &Standing::of(&subnets));
    }
}
