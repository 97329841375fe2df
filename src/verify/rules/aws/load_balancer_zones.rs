use super::spread::Spread;
use crate::verify::Planned::Known;
use crate::verify::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-load-balancer-zones",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "APP-3"],
    page: include_str!("../../../../docs/rules/aws-load-balancer-zones.md"),
    check,
};

fn check(check: &mut Check) {
    for kind in ["aws_alb", "aws_lb"] {
        for balancer in check.all(kind) {
            // A network load balancer may stand in one zone.
            if balancer.at("load_balancer_type").text().or("application") == Known("application") {
                judge(check, balancer);
            }
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, balancer: Resource<'a>) {
    let (subnets, mappings) = (balancer.at("subnets"), balancer.at("subnet_mapping"));
    let place = if mappings.items().is_empty() { subnets } else { mappings };
    let spread = match place.items().first().map(|item| item.at("subnet_id")) {
        Some(id) if id.value().is_set() => {
            Spread::of(place.items().iter().map(|item| item.at("subnet_id").link("aws_subnet")))
        }
        _ => Spread::of([place.links("aws_subnet")]),
    };
    match (spread.too_few(), spread.twice()) {
        (Some(zones), _) => check.fail(&place, format!("{zones}, and an application load balancer needs two")),
        (None, Some((one, other))) => {
            let otherwise = format!(
                "{} and {} are in the same zone, and a load balancer takes one of each",
                one.address(),
                other.address()
            );
            check.fail(&place, otherwise);
        }
        (None, None) if spread.is_known() => check.pass(&place),
        (None, None) => check.unknown(&place, spread.reason()),
    }
}
