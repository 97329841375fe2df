use crate::listener::{actions, balancer, listeners};
use crate::planned::Planned::Known;
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-listener",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-4", "APP-3"],
    page: include_str!("../../../docs/rules/encrypt-listener.md"),
    check,
};

fn check(check: &mut Check) {
    for listener in listeners(check.inventory()).filter(|listener| listener.at("port").value().is_set()) {
        protocol(check, listener);
    }
}

fn protocol<'a>(check: &mut Check<'a>, listener: Resource<'a>) {
    let protocol = listener.at("protocol");
    match protocol.text() {
        Known("HTTP") => {}
        Known("HTTPS" | "TLS") => return check.pass(&protocol),
        // What goes through unread may be encrypted from end to end.
        _ => return,
    }
    // What comes over the internet in clear is another rule's.
    let is_internal = balancer(listener).is_some_and(|balancer| balancer.at("internal").flag() == Known(true));
    let mut kinds = actions(listener).into_iter().map(|action| action.at("type"));
    let hands_on = kinds.find(|kind| kind.text() == Known("forward"));
    match hands_on {
        Some(action) if is_internal => check.fail(&action, "it hands on what comes in clear"),
        Some(_) => {}
        None => check.pass(&protocol),
    }
}
