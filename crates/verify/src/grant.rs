//! [`Grant`]: whether the policies of a resource let an AWS service do something, as far as the plan tells.

use std::fmt;

use super::permit::lies_in;
use super::planned::Planned::{self, Known, Unknown};
use super::policy::{Condition, Policy, Statement};
use super::resource::Resource;

/// A service that acts by itself, and what it brings along for conditions to be held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Service {
    /// As `cloudwatch.amazonaws.com`.
    pub principal: &'static str,
    /// The keys of conditions that it sends.
    keys: &'static [&'static str],
    /// Whether it has a name of its own in each region, as `logs.us-east-1.amazonaws.com`.
    is_regional: bool,
    /// The services in whose ARNs `aws:SourceArn` may lie, as `cloudwatch` in `arn:aws:cloudwatch:…`.
    source: &'static [&'static str],
}

const SOURCE: &[&str] = &["aws:SourceAccount", "aws:SourceArn", "aws:SourceOwner"];

/// CloudWatch alarms. Source: CloudWatch User Guide, "Notifying users on alarm changes".
pub const CLOUDWATCH: Service =
    Service { principal: "cloudwatch.amazonaws.com", is_regional: false, keys: SOURCE, source: &["cloudwatch"] };
/// EventBridge, to topics and their keys. EventBridge User Guide, "Using resource-based policies", of topics: "You can't use
/// `Condition` blocks in Amazon SNS topic policies for EventBridge". SNS Developer Guide, "Key management", of their keys:
/// `aws:SourceAccount` and `aws:SourceArn` are "not supported for EventBridge-to-encrypted topics".
pub const EVENTBRIDGE: Service =
    Service { principal: "events.amazonaws.com", is_regional: false, keys: &[], source: &[] };
/// Event subscriptions of RDS. Source: RDS User Guide, "Granting permissions to publish notifications to an SNS topic".
pub const RDS_EVENTS: Service =
    Service { principal: "events.rds.amazonaws.com", is_regional: false, keys: SOURCE, source: &["rds"] };
/// What topics hand on to queues. Source: SNS Developer Guide, "Fanout to Amazon SQS queues".
pub const SNS: Service = Service { principal: "sns.amazonaws.com", is_regional: false, keys: SOURCE, source: &["sns"] };
/// CloudWatch Logs, to the keys of log groups. Source: CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using
/// AWS Key Management Service".
pub const LOGS: Service = Service {
    principal: "logs.amazonaws.com",
    is_regional: true,
    keys: &["kms:EncryptionContext:aws:logs:arn", "aws:SourceAccount", "aws:SourceArn"],
    source: &["logs"],
};

impl Service {
    /// Whether a principal is this service.
    pub fn is(&self, principal: &str) -> bool {
        let regional =
            || Some(principal.starts_with(self.principal.split_once('.')?.0) && principal.ends_with(".amazonaws.com"));
        principal == self.principal || (self.is_regional && regional().unwrap_or(false))
    }
}

/// Whether something is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grant {
    /// A statement allows it.
    Allowed,
    /// No statement does, for this reason.
    Refused(Refusal),
    /// The plan does not tell, for this reason.
    Open(String),
}

/// Why no statement allows something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// None is about it.
    NoStatement,
    /// One is, but under a condition that cannot be met: the statement, and what it asks for.
    Condition(String, String),
}

/// Whether the policies let a service do an action on a resource.
pub fn grants(policies: &[&Policy], service: Service, action: &str, on: Resource) -> Grant {
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    let about: Vec<_> = statements
        .map(|statement| (statement, is_about(statement, service, action, on)))
        .filter(|(_, about)| *about != Known(false))
        .collect();
    let unmet: Vec<_> = about.iter().map(|(statement, _)| unmet(statement, service)).collect();
    let open = policies.iter().find(|policy| !policy.is_complete()).map(|policy| policy.reason());
    let met = || about.iter().zip(&unmet).filter(|(_, unmet)| unmet.is_none()).map(|(about, _)| about);
    let may_be = met()
        .find(|(_, about)| *about != Known(true))
        .map(|(statement, _)| format!("whether {statement} is about it is known only after the apply"));
    match (met().any(|(_, about)| *about == Known(true)), may_be.or(open), about.iter().zip(&unmet).next()) {
        (true, ..) => Grant::Allowed,
        (_, Some(reason), _) => Grant::Open(reason),
        (_, None, Some(((statement, _), Some(unmet)))) => {
            Grant::Refused(Refusal::Condition(statement.label.clone(), unmet.clone()))
        }
        (_, None, _) => Grant::Refused(Refusal::NoStatement),
    }
}

/// Whether a statement allows a service an action on a resource, as far as its texts are known; its conditions apart.
fn is_about(statement: &Statement, service: Service, action: &str, on: Resource) -> Planned<bool> {
    let any = |answers: &mut dyn Iterator<Item = Planned<bool>>| answers.fold(Known(false), Planned::or_else);
    let is_meant = any(&mut statement.principals.iter().map(|principal| {
        match (principal.kind.text.as_deref(), principal.id.text.as_deref()) {
            _ if principal.is_everyone() => Known(true),
            (Some("Service"), Some(id)) => Known(service.is(id)),
            (Some("Service") | None, None) => Unknown,
            _ => Known(false),
        }
    }));
    let acts = match statement.includes(action) {
        true => Known(true),
        false if statement.actions.iter().any(|term| term.text.is_none()) => Unknown,
        false => Known(false),
    };
    let names = any(&mut statement.resources.iter().map(|term| term.names(on)));
    Known(statement.may_allow()).and(is_meant).and(acts).and(names)
}

/// What the first condition that cannot be met asks for.
fn unmet(statement: &Statement, service: Service) -> Option<String> {
    statement.conditions.iter().find_map(|condition| unmet_condition(condition, service))
}

fn unmet_condition(condition: &Condition, service: Service) -> Option<String> {
    let (operator, key) = (condition.operator.text.as_deref()?, condition.key.text.as_deref()?);
    let is_sent = service.keys.iter().any(|sent| sent.eq_ignore_ascii_case(key));
    let tolerates_none = operator.ends_with("IfExists") || operator.starts_with("ForAllValues:") || operator == "Null";
    let mut values = condition.values.iter().map(|value| value.text.as_deref());
    match key.to_ascii_lowercase().as_str() {
        "aws:securetransport" => None,
        "aws:sourcearn" if is_sent => {
            let is_own = values.any(|value| lies_in(value, service.source));
            (!is_own).then(|| format!("{key} of something else"))
        }
        _ => (!is_sent && !tolerates_none).then(|| format!("{key}, which the service does not send")),
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoStatement => f.write_str("no statement allows it"),
            Self::Condition(statement, unmet) => write!(f, "{statement} asks for {unmet}"),
        }
    }
}

impl Grant {
    /// Whether two things are both allowed: the first that is not decides.
    pub fn and(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Allowed => other(),
            refused => refused,
        }
    }
}
