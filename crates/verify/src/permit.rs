//! Who may do what, by the policies of a plan.
//!
//! A call is what someone has to do for the stack to work: a task's role connects to the database,
//! a topic writes to a queue. [`Permissions`] decides a call as AWS documents it, from identity
//! policies, permissions boundaries, the policies of resources, and the policies of keys;
//! [`needed`] derives the calls from the plan. What it proves are calls in the plan, not that AWS
//! does what it documents. What a plan does not show is unknown, and never allowed.
//! Source: IAM User Guide, "Policy evaluation logic".

mod about;
mod by_resource;
mod condition;
mod context_key;
mod covers;
mod decision;
mod effect;
mod given;
mod grant;
mod identity;
mod invocation;
mod matching;
mod must_allow;
mod needed;
mod pattern;
mod permissions;
mod policy_index;
mod principal;
mod request;
mod resource_arn;
pub mod sender;
mod unneeded;
mod variable;

pub use decision::Decision;
pub use given::Given;
pub use needed::{NeededCall, Subject, Verdict, verdicts};
pub use permissions::Permissions;
pub use request::{Caller, Context, Request, Target};
pub use unneeded::{Unneeded, unneeded};
