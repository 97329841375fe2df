//! [`verdicts`]: the calls that a stack needs, derived from its plan, and whether each is allowed.

mod access_log;
mod backup;
mod declared;
mod delivery;
mod endpoint;
mod environment;
mod experiment;
mod function;
mod integration;
mod key;
mod notification;
mod pipe;
mod proxy;
mod scaling;
mod service_role;
mod task;
mod trust;
mod verdict;
mod workflow;

use std::borrow::Cow;

pub use verdict::Verdict;

use super::decision::Decision;
use super::permissions::Permissions;
use super::request::{Caller, Context, Request, Target};
use crate::attribute_path::{AttributePath, UNREAD};
use crate::inventory::Inventory;
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
    derived.chain(declared::verdicts(inventory, permissions)).collect()
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

/// Actions by their names.
fn named(actions: &[&'static str]) -> Vec<Cow<'static, str>> {
    actions.iter().map(|action| Cow::Borrowed(*action)).collect()
}

/// The role whose ARN is at a place.
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

/// A resource of the plan at a place, if it is exactly one.
fn resource_at<'a>(place: &AttributePath<'a>, kinds: &[&str]) -> Option<Resource<'a>> {
    place.link_to(kinds).one().filter(|resource| !resource.is_data())
}
