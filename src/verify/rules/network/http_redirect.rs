use crate::verify::{Applies, Check, Place, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-http-redirect",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-4"],
    page: include_str!("../../../../docs/rules/network-http-redirect.md"),
    check,
};

const BALANCERS: [&str; 2] = ["aws_lb", "aws_alb"];
const LISTENERS: [(&str, &str); 2] =
    [("aws_lb_listener", "aws_lb_listener_rule"), ("aws_alb_listener", "aws_alb_listener_rule")];

fn check(check: &mut Check) {
    for (kind, rule) in LISTENERS {
        for listener in check.all(kind).filter(|listener| listener.at("protocol").text().known() == Some("HTTP")) {
            let Some(balancer) = listener.at("load_balancer_arn").link_to(&BALANCERS).one() else { continue };
            if balancer.at("internal").flag().known().unwrap_or(false) {
                continue;
            }
            let rules = check.inventory().referrers(listener, rule, "listener_arn");
            let actions = rules.into_iter().flat_map(|rule: Resource| rule.at("action").items());
            let all: Vec<Place> = listener.at("default_action").items().into_iter().chain(actions).collect();
            for action in all.iter().map(|action| action.at("type")) {
                let forwards = action.text().map(|kind| kind == "forward");
                check.expect(&action, forwards.not(), "hands on what came over the internet in clear");
            }
        }
    }
}
