use crate::grant::{EVENTBRIDGE, Grant, grants};
use crate::policy::policies_of;
use crate::publisher::Publisher;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-topic-policy",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["MON-4"],
    page: include_str!("../../../docs/rules/alarm-topic-policy.md"),
    check,
};

fn check(check: &mut Check) {
    for publisher in check.publishers().iter() {
        policy(check, publisher);
    }
}

fn policy<'a>(check: &mut Check<'a>, publisher: &Publisher<'a>) {
    let Publisher { topic, service, .. } = publisher;
    let all = check.policies();
    let policies = policies_of(&all, *topic);
    let place = policies.first().map_or(topic.at("policy"), |policy| policy.place.clone());
    // What AWS writes where nobody does: the account's own alarms and RDS events may publish, EventBridge may not.
    let sender = format!("{} may not publish here for {}", service.principal, publisher.sources());
    if policies.is_empty() {
        let is_by_default = crate::Planned::Known(*service != EVENTBRIDGE);
        return check.expect(&place, is_by_default, format!("{sender}: the default policy does not let it"));
    }
    match grants(&policies, *service, "sns:Publish", *topic) {
        Grant::Allowed => check.pass(&place),
        Grant::Refused(refusal) => check.fail(&place, format!("{sender}: {refusal}")),
        Grant::Open(reason) => check.unknown(&place, format!("whether {} may publish: {reason}", service.principal)),
    }
}
