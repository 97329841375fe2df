use crate::planned::Planned::{Known, Unknown};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-subscription",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-4", "MON-4"],
    page: include_str!("../../../docs/rules/encrypt-subscription.md"),
    check,
};

fn check(check: &mut Check) {
    for subscription in check.all("aws_sns_topic_subscription") {
        let protocol = subscription.at("protocol");
        let is_safe = match protocol.text() {
            Unknown => Unknown,
            protocol => Known(protocol != Known("http")),
        };
        check.expect(&protocol, is_safe, "messages are sent in clear");
    }
}
