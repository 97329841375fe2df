//! A plan of one role with its policies, and of what it calls, all known.

use serde_json::{Value, json};
use verify::permit::{Caller, Context, Decision, Permissions, Request, Target};
use verify::{Inventory, Plan};

pub const ACCOUNT: &str = "111122223333";
pub const OTHER: &str = "444455556666";
pub const ROLE: &str = "arn:aws:iam::111122223333:role/app";

/// Resources with known values: their address, and what they have.
#[derive(Debug, Clone, Default)]
pub struct Stack(Vec<(String, Value)>);

/// What a call came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    Allowed,
    Denied,
    Missing,
    Unknown,
}

impl From<Decision> for Answer {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::Allowed(_) => Self::Allowed,
            Decision::Denied(_) => Self::Denied,
            Decision::Missing(_) => Self::Missing,
            Decision::Unknown(_) => Self::Unknown,
        }
    }
}

/// A policy of one version that has these statements.
pub fn policy(statements: impl Into<Value>) -> Value {
    json!({"Version": "2012-10-17", "Statement": statements.into()})
}

impl Stack {
    /// With a resource.
    pub fn with(mut self, address: &str, values: Value) -> Self {
        self.0.push((address.to_owned(), values));
        self
    }

    /// With the role `aws_iam_role.app`.
    pub fn with_role(self) -> Self {
        self.with("aws_iam_role.app", json!({"name": "app", "arn": ROLE}))
    }

    /// With a policy of the role.
    pub fn allowing(self, name: &str, document: &Value) -> Self {
        let values = json!({"role": "app", "policy": document.to_string()});
        self.with(&format!("aws_iam_role_policy.{name}"), values)
    }

    pub fn inventory(&self) -> Inventory {
        let changes = self.0.iter().map(|(address, values)| {
            let (kind, name) = address.split_once('.').unwrap();
            json!({
                "address": address, "mode": "managed", "type": kind, "name": name,
                "change": {"actions": ["create"], "after": values, "after_unknown": {}}
            })
        });
        let blocks = self.0.iter().map(|(address, values)| {
            let written = values.as_object().unwrap().iter();
            let expressions: serde_json::Map<_, _> = written
                .map(|(name, value)| (name.clone(), json!({"constant_value": value})))
                .collect();
            json!({"address": address, "expressions": expressions})
        });
        let plan = json!({
            "format_version": "1.2",
            "resource_changes": changes.collect::<Vec<_>>(),
            "configuration": {"root_module": {"resources": blocks.collect::<Vec<_>>()}}
        });
        Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap())
    }

    /// What a call of the role comes to, on a resource of the stack or on an ARN.
    pub fn ask(&self, action: &str, on: &str) -> Answer {
        self.ask_with(action, on, &[], |context| context)
    }

    /// The same through endpoints, with what the call has beside.
    pub fn ask_with(
        &self,
        action: &str,
        on: &str,
        through: &[&str],
        context: impl for<'a> Fn(Context<'a>) -> Context<'a>,
    ) -> Answer {
        let inventory = self.inventory();
        let on = match inventory.at(on) {
            Some(resource) => Target::Resource(resource),
            None => Target::Arn(on.to_owned()),
        };
        let through = through.iter().map(|address| inventory.at(address).unwrap()).collect();
        let caller = Caller::Role(inventory.at("aws_iam_role.app").unwrap());
        let request = Request { action, on, context: context(Context::default()), through };
        Permissions::of_inventory(&inventory).decide(caller, &request).into()
    }

    /// What a call of a service comes to.
    pub fn ask_service(
        &self,
        service: &'static str,
        action: &str,
        on: &str,
        context: impl for<'a> Fn(Context<'a>) -> Context<'a>,
    ) -> Answer {
        let inventory = self.inventory();
        let on = Target::Resource(inventory.at(on).unwrap());
        let request =
            Request { action, on, context: context(Context::default()), through: Vec::new() };
        Permissions::of_inventory(&inventory).decide(Caller::Service(service), &request).into()
    }
}
