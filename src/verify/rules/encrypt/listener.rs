use crate::verify::planned::Planned::Known;
use crate::verify::resource::Resource;
use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-listener",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-4", "APP-3"],
    page: include_str!("../../../../docs/rules/encrypt-listener.md"),
    check,
};

const BALANCERS: [&str; 2] = ["aws_lb", "aws_alb"];
const LISTENERS: [(&str, &str); 2] =
    [("aws_lb_listener", "aws_lb_listener_rule"), ("aws_alb_listener", "aws_alb_listener_rule")];

fn check(check: &mut Check) {
    for (kind, rule) in LISTENERS {
        for listener in check.all(kind).filter(|listener| listener.at("port").value().is_set()) {
            protocol(check, listener, rule);
        }
    }
}

fn protocol<'a>(check: &mut Check<'a>, listener: Resource<'a>, rule: &str) {
    let protocol = listener.at("protocol");
    match protocol.text() {
        Known("HTTP") => {}
        Known("HTTPS" | "TLS") => return check.pass(&protocol),
        // What goes through unread may be encrypted from end to end.
        _ => return,
    }
    let balancer = listener.at("load_balancer_arn").link_to(&BALANCERS).one();
    // What comes over the internet in clear is another rule's.
    let is_internal = balancer.is_some_and(|balancer| balancer.at("internal").flag() == Known(true));
    let rules = check.inventory().referrers(listener, rule, "listener_arn");
    let own = listener.at("default_action").items().into_iter();
    let actions = own.chain(rules.into_iter().flat_map(|rule| rule.at("action").items()));
    let hands_on = actions.map(|action| action.at("type")).find(|kind| kind.text() == Known("forward"));
    match hands_on {
        Some(action) if is_internal => check.fail(&action, "it hands on what comes in clear"),
        Some(_) => {}
        None => check.pass(&protocol),
    }
}
