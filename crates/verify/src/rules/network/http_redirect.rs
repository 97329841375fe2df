use crate::listener::{actions, balancer, listeners};
use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-http-redirect",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-4"],
    page: include_str!("../../../docs/rules/network-http-redirect.md"),
    check,
};

fn check(check: &mut Check) {
    for listener in listeners(check.inventory()).filter(|listener| listener.at("protocol").text() == Known("HTTP")) {
        let Some(balancer) = balancer(listener) else { continue };
        if balancer.at("internal").flag().known().unwrap_or(false) {
            continue;
        }
        for action in actions(listener).iter().map(|action| action.at("type")) {
            let forwards = action.text().map(|kind| kind == "forward");
            check.expect(&action, forwards.not(), "hands on what came over the internet in clear");
        }
    }
}
