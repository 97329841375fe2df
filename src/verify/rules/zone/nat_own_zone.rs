use crate::verify::loss::{Egress, zone_of};
use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-nat-own-zone",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-2"],
    page: include_str!("../../../../docs/rules/zone-nat-own-zone.md"),
    check,
};

fn check(check: &mut Check) {
    for subnet in check.all("aws_subnet") {
        match Egress::of(subnet) {
            Egress::Nat { gateway, zone: Some(there), route } => {
                let place = route.at("nat_gateway_id");
                match zone_of(subnet) {
                    Some(here) if here == there => check.pass(&place),
                    Some(here) => {
                        let (subnet, gateway) = (subnet.address(), gateway.address());
                        check.fail(&place, format_args!("{subnet} in {here} leaves through {gateway} in {there}"));
                    }
                    None => check.unknown(&place, format_args!("the zone of {} is not known", subnet.address())),
                }
            }
            Egress::Nat { gateway, zone: None, route } => {
                let reason = format_args!("the zone of {} is not known", gateway.address());
                check.unknown(&route.at("nat_gateway_id"), reason);
            }
            Egress::Unknown(reason) => check.unknown(&subnet.root(), reason),
            Egress::None | Egress::Regional(_) => {}
        }
    }
}
