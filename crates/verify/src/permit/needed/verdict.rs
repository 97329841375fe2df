//! [`Verdict`]: whether needed calls are allowed, and what to do where they are not.

use std::borrow::Cow;

use super::{NeededCall, Subject};
use crate::permit::decision::Decision;
use crate::permit::request::{Caller, Target};

/// Needed calls, and whether they are allowed.
#[derive(Debug, Clone)]
pub struct Verdict<'a> {
    /// The calls.
    pub call: NeededCall<'a>,
    /// Each action with its answer.
    pub decisions: Vec<(Cow<'static, str>, Decision)>,
}

impl Verdict<'_> {
    /// The answer for all of it.
    pub fn decision(&self) -> Decision {
        let all = self.decisions.iter().map(|(_, decision)| decision.clone());
        let joined =
            if self.call.any { all.reduce(Decision::or) } else { all.reduce(Decision::and) };
        joined.unwrap_or_else(|| Decision::Unknown("nothing was asked".to_owned()))
    }

    /// Who makes the calls, for a person.
    pub fn callers(&self) -> String {
        match self.call.callers.as_deref() {
            Ok([]) => "nobody".to_owned(),
            Ok(callers) => {
                // After a service, an account is only another name of the same caller.
                let names = callers.iter().enumerate().filter_map(|(place, caller)| match caller {
                    Caller::Role(role) => Some(role.address()),
                    Caller::Service(service) => Some(*service),
                    Caller::Account(account) => Some(*account).filter(|_| place == 0),
                    Caller::ServiceLinked(_) => Some("the service-linked role"),
                });
                names.collect::<Vec<_>>().join(" or ")
            }
            Err(_) => "not known".to_owned(),
        }
    }

    /// What is wrong and what to do, for a person; nothing where the calls are allowed.
    pub fn problem(&self) -> Option<String> {
        let purpose = &self.call.purpose;
        match self.decision() {
            Decision::Allowed(_) => None,
            Decision::Unknown(reason) => {
                Some(format!("whether it {purpose} is not known: {reason}"))
            }
            Decision::Denied(statement) => Some(format!(
                "may not do what it needs ({purpose}): {statement} denies {}",
                self.actions()
            )),
            Decision::Missing(reason) => Some(format!(
                "may not do what it needs ({purpose}): {}; allow it: {}",
                self.missing(reason),
                self.statement()
            )),
        }
    }

    fn missing(&self, reason: String) -> String {
        match self.call.callers.as_deref() {
            Ok([]) => {
                format!("It has no role that may do {} on {}", self.actions(), self.call.on.name())
            }
            _ if self.call.any => {
                format!("{} may do none of {}", self.callers(), self.call.actions.join(", "))
            }
            _ => reason,
        }
    }

    /// The actions that are not allowed.
    fn actions(&self) -> String {
        let missing = self.decisions.iter().filter(|(_, decision)| !decision.is_allowed());
        missing.map(|(action, _)| &**action).collect::<Vec<_>>().join(", ")
    }

    /// The least statement that would allow it.
    fn statement(&self) -> String {
        let missing: Vec<_> = self
            .decisions
            .iter()
            .filter(|(_, decision)| !decision.is_allowed())
            .map(|(action, _)| action)
            .collect();
        let actions = if self.call.any { &missing[..1] } else { &missing[..] };
        let on = match &self.call.on {
            Target::Resource(resource) => format!("the ARN of {}", resource.address()),
            other => other.name(),
        };
        let actions =
            actions.iter().map(|action| format!("\"{action}\"")).collect::<Vec<_>>().join(", ");
        match (self.call.callers.as_deref(), self.call.subject) {
            (Ok([Caller::Service(service)]), Subject::Trust) => {
                format!("actions = [{actions}] for the service {service} in its trust policy")
            }
            (Ok([Caller::Service(service), ..]), _) => {
                format!("actions = [{actions}] for the service {service} on {on}")
            }
            _ => format!("actions = [{actions}] on {on}"),
        }
    }
}
