use crate::grant::{Grant, Service, grants};
use crate::key::KeyOf;
use crate::place::Place;
use crate::policy::policies_of;
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-topic-key",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["MON-4", "ALL-4"],
    page: include_str!("../../../docs/rules/alarm-topic-key.md"),
    check,
};

fn check(check: &mut Check) {
    for publisher in check.publishers().iter() {
        usable(check, &publisher.topic.at("kms_master_key_id"), publisher.service, &publisher.sources());
    }
}

/// Whether a service may use the key at a place, to send on behalf of others.
pub fn usable<'a>(check: &mut Check<'a>, place: &Place<'a>, service: Service, sources: &str) {
    let sender = format!("{} may not use the key for {sources}", service.principal);
    match KeyOf::at(place) {
        KeyOf::None => check.pass(place),
        KeyOf::Aws(alias) => check.fail(place, format!("{sender}: no other service may use {alias}")),
        KeyOf::Elsewhere(reason) => {
            check.unknown(place, format!("whether {} may use the key: {reason}", service.principal));
        }
        KeyOf::Own(key) => match may_use(check, key, service) {
            Grant::Allowed => check.pass(place),
            Grant::Refused(refusal) => {
                check.fail(place, format!("{sender}: in the policy of {}, {refusal}", key.address()))
            }
            Grant::Open(reason) => check.unknown(place, format!("the policy of {}: {reason}", key.address())),
        },
    }
}

/// SNS Developer Guide, "Enable compatibility between event sources from AWS services and encrypted topics".
fn may_use<'a>(check: &Check<'a>, key: Resource<'a>, service: Service) -> Grant {
    let all = check.policies();
    let policies = policies_of(&all, key);
    let may = |action| grants(&policies, service, action, key);
    may("kms:Decrypt").and(|| may("kms:GenerateDataKey"))
}
