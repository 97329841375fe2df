//! [`verdicts`]: the calls that a stack needs, derived from its plan, and whether each is allowed.

mod access_log;
mod backup;
mod delivery;
mod endpoint;
mod environment;
mod experiment;
mod function;
mod notification;
mod pipe;
mod proxy;
mod scaling;
mod service_role;
mod task;
mod trust;
mod workflow;

use std::borrow::Cow;

use super::decision::Decision;
use super::given::Given;
use super::permissions::Permissions;
use super::request::{Caller, Context, Request, Target};
use crate::attribute_path::{AttributePath, UNREAD};
use crate::inventory::Inventory;
use crate::key::KeyOf;
use crate::planned::Planned::{Absent, Unknown};
use crate::resource::Resource;

/// What needs a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// ECS, to start a task.
    TaskStart,
    /// The containers of a task.
    Task,
    /// A function.
    Function,
    /// RDS Proxy.
    Proxy,
    /// A service that acts with a role, as flow logs and schedules.
    ServiceRole,
    /// A service that delivers to a function or queue, whose policy has to let it.
    Delivery,
    /// A service that sends to a topic, or a topic that sends to a queue: the rules on alarms ask
    /// for these.
    Notification,
    /// A service that assumes a role.
    Trust,
    /// What the policy file declares.
    Declared,
}

/// Calls that are needed for one purpose.
#[derive(Debug, Clone)]
pub struct NeededCall<'a> {
    /// The resource that makes the calls.
    pub subject: Subject,
    /// Where that is written.
    pub place: AttributePath<'a>,
    /// What they are for, as "pulls its image".
    pub purpose: String,
    /// Who may make them; one of them is enough. Or why it is not known.
    pub callers: Result<Vec<Caller<'a>>, String>,
    /// The actions.
    pub actions: Vec<Cow<'static, str>>,
    /// Whether one of the actions is enough.
    pub any: bool,
    /// What they are made on.
    pub on: Target<'a>,
    /// What conditions are held against.
    pub context: Context<'a>,
    /// The VPC endpoints through which they leave the network of who makes them.
    pub through: Vec<Resource<'a>>,
    /// The page of AWS that says so.
    pub source: &'static str,
}

/// Needed calls, and whether they are allowed.
#[derive(Debug, Clone)]
pub struct Verdict<'a> {
    /// The calls.
    pub call: NeededCall<'a>,
    /// Each action with its answer.
    pub decisions: Vec<(Cow<'static, str>, Decision)>,
}

/// Every call that an inventory needs.
pub fn verdicts<'a>(inventory: &'a Inventory, permissions: &Permissions<'a>) -> Vec<Verdict<'a>> {
    let mut calls = Vec::new();
    task::calls(inventory, &mut calls);
    function::calls(inventory, &mut calls);
    proxy::calls(inventory, &mut calls);
    service_role::calls(inventory, &mut calls);
    scaling::calls(inventory, &mut calls);
    delivery::calls(inventory, &mut calls);
    access_log::calls(inventory, &mut calls);
    backup::calls(inventory, &mut calls);
    pipe::calls(inventory, &mut calls);
    workflow::calls(inventory, &mut calls);
    experiment::calls(inventory, &mut calls);
    notification::calls(inventory, &mut calls);
    trust::calls(inventory, &mut calls);
    let derived = calls.into_iter().map(|call| call.verdict(permissions));
    derived.chain(declared(inventory, permissions)).collect()
}

impl<'a> NeededCall<'a> {
    /// All of the actions, with nothing for conditions to be held against, and past no endpoint.
    fn of(
        subject: Subject,
        place: &AttributePath<'a>,
        purpose: impl Into<String>,
        callers: Result<Vec<Caller<'a>>, String>,
        actions: Vec<Cow<'static, str>>,
        on: Target<'a>,
        source: &'static str,
    ) -> Self {
        NeededCall {
            subject,
            place: place.clone(),
            purpose: purpose.into(),
            callers,
            actions,
            any: false,
            on,
            context: Context::default(),
            through: Vec::new(),
            source,
        }
    }

    /// By a service with the role at a place.
    fn with_role(
        role: &AttributePath<'a>,
        purpose: impl Into<String>,
        actions: Vec<Cow<'static, str>>,
        on: Target<'a>,
        source: &'static str,
    ) -> Self {
        Self::of(Subject::ServiceRole, role, purpose, role_at(role), actions, on, source)
    }

    /// What a text says that a plan does not show: which calls it needs is not known, so that
    /// nothing passes which was not read.
    fn unread(
        subject: Subject,
        place: &AttributePath<'a>,
        purpose: &str,
        source: &'static str,
    ) -> Self {
        Self::unknown(subject, place, purpose, UNREAD, source)
    }

    /// What is called, but with which permissions is not kept here.
    fn unkept(
        subject: Subject,
        place: &AttributePath<'a>,
        purpose: &str,
        source: &'static str,
    ) -> Self {
        Self::unknown(
            subject,
            place,
            purpose,
            "which permissions it takes is not kept here",
            source,
        )
    }

    fn unknown(
        subject: Subject,
        place: &AttributePath<'a>,
        purpose: &str,
        reason: &str,
        source: &'static str,
    ) -> Self {
        Self::of(
            subject,
            place,
            purpose,
            Err(reason.to_owned()),
            named(&["*"]),
            Target::Something,
            source,
        )
    }

    fn verdict(self, permissions: &Permissions<'a>) -> Verdict<'a> {
        let decide = |action: &str| {
            let request = Request {
                action,
                on: self.on.clone(),
                context: self.context.clone(),
                through: self.through.clone(),
            };
            let callers = match &self.callers {
                Ok(callers) => callers,
                Err(reason) => return Decision::Unknown(reason.clone()),
            };
            let decided = callers.iter().map(|caller| permissions.decide(*caller, &request));
            decided
                .reduce(Decision::or)
                .unwrap_or_else(|| Decision::Missing("it has no role".to_owned()))
        };
        let decisions =
            self.actions.iter().map(|action| (action.clone(), decide(action))).collect();
        Verdict { call: self, decisions }
    }
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
                // Beside a service, accounts are other names of it.
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

/// The calls of the policy file, held against the roles that match.
fn declared<'a>(inventory: &'a Inventory, permissions: &Permissions<'a>) -> Vec<Verdict<'a>> {
    let mut verdicts = Vec::new();
    for call in &inventory.declared().calls {
        let roles = inventory.all("aws_iam_role").filter(|role| call.role.matches(role.address()));
        for role in roles {
            let on = match inventory.at(&call.resource) {
                Some(resource) => Target::Resource(resource),
                None if call.resource == "*" => Target::Anything,
                None => Target::Arn(call.resource.clone()),
            };
            let purpose = format!("{} ({})", call.why, call.declared_at);
            let (callers, actions) =
                (Ok(vec![Caller::Role(role)]), vec![call.action.clone().into()]);
            let source = "the policy file";
            let needed = NeededCall::of(
                Subject::Declared,
                &role.root(),
                purpose,
                callers,
                actions,
                on,
                source,
            );
            verdicts.push(needed.verdict(permissions));
        }
    }
    verdicts
}

/// Actions by their names.
fn named(actions: &[&'static str]) -> Vec<Cow<'static, str>> {
    actions.iter().map(|action| Cow::Borrowed(*action)).collect()
}

/// The role whose ARN stands at a place.
pub(super) fn role_at<'a>(place: &AttributePath<'a>) -> Result<Vec<Caller<'a>>, String> {
    // In a state, an empty text is no role.
    if place.string() == Absent || (place.string() == Unknown && !place.waits()) {
        return Ok(Vec::new());
    }
    let links = place.link("aws_iam_role");
    let role = links.proven()?;
    if role.is_data() {
        Err(format!("{} is not part of this plan", role.address()))
    } else {
        Ok(vec![Caller::Role(role)])
    }
}

/// The decryption with a customer's key that a call on something encrypted includes; nothing where
/// AWS's own key encrypts it.
fn with_key<'a>(
    call: &NeededCall<'a>,
    key: &AttributePath<'a>,
    actions: &[&'static str],
    via: &'static str,
) -> Option<NeededCall<'a>> {
    let on = Target::key(KeyOf::at(key))?;
    let via = Given::RegionalName(via);
    Some(NeededCall {
        purpose: format!("{} (its key)", call.purpose),
        actions: named(actions),
        any: false,
        on,
        // The service calls KMS for its caller, past the network of that one.
        context: Context::default()
            .with("kms:ViaService", via)
            .with("aws:ViaAWSService", Given::Values(vec!["true".to_owned()])),
        through: Vec::new(),
        source: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
        ..call.clone()
    })
}

/// The key of a queue, topic or stream, and the service through which it is used.
fn key_of<'a>(resource: Resource<'a>) -> Option<(AttributePath<'a>, &'static str)> {
    match resource.kind() {
        "aws_sqs_queue" => Some((resource.at("kms_master_key_id"), "sqs")),
        "aws_sns_topic" => Some((resource.at("kms_master_key_id"), "sns")),
        "aws_kinesis_stream" => Some((resource.at("kms_key_id"), "kinesis")),
        _ => None,
    }
}

/// The use of its key that sending to a queue, topic or stream includes.
fn with_key_to_send<'a>(call: &NeededCall<'a>, to: Resource<'a>) -> Option<NeededCall<'a>> {
    let (key, via) = key_of(to)?;
    with_key(call, &key, &["kms:GenerateDataKey", "kms:Decrypt"], via)
}

/// The use of its key that reading from a queue or stream includes.
fn with_key_to_read<'a>(call: &NeededCall<'a>, from: Resource<'a>) -> Option<NeededCall<'a>> {
    let (key, via) = key_of(from)?;
    with_key(call, &key, &["kms:Decrypt"], via)
}

/// A resource of the plan at a place, if it is exactly one.
fn resource_at<'a>(place: &AttributePath<'a>, kinds: &[&str]) -> Option<Resource<'a>> {
    place.link_to(kinds).one().filter(|resource| !resource.is_data())
}
