//! Proves, from any Terraform plan, what scanners that look at single attributes cannot see.
//!
//! From the lowest layer to the highest:
//!
//! 1. [`Inventory`]: every [`Resource`], the value at each [`AttributePath`], and the [`Links`]
//!    from there to other resources, followed through variables, modules and outputs
//! 2. [`aws`]: typed views of networks, load balancers and other resources
//! 3. [`loss`], [`reach`] and [`permit`]: what is left without a zone, who reaches whom, and who
//!    may do what
//! 4. [`Rule`], [`Check`]: the rules, each of which looks at some resources
//! 5. [`Proof`]: the [`CheckResult`]s of rules on an inventory
//! 6. [`Selection`], [`PolicyFile`] and [`report`]: which rules run, which findings are accepted,
//!    and the report in each format
#![warn(missing_docs)]
// In tests an unwrap is an assertion.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr))]
#![allow(
    clippy::mutable_key_type,
    reason = "a resource is compared and hashed by where it is in its inventory"
)]

#[macro_use]
mod rule;

mod access_logs;
mod alarm;
mod attribute_path;
pub mod aws;
mod bucket;
pub mod capacity;
mod check;
mod check_result;
mod configured;
mod declared;
mod fargate;
mod given;
mod iam_actions;
mod inventory;
mod key;
mod link;
mod links;
mod location;
pub mod loss;
mod metrics;
mod modules;
mod name_kind;
mod order;
pub mod permit;
mod planned;
mod policy;
mod policy_file;
mod proof;
mod protected;
mod publisher;
pub mod reach;
mod redact;
mod reference;
pub mod report;
mod resolve;
mod resource;
mod rule_name;
mod rules;
mod selection;
mod setting;
mod shared;
pub mod window;

pub use attribute_path::AttributePath;
pub use aws::schema::Schema;
pub use check::{Check, Outcome};
pub use check_result::CheckResult;
pub use declared::{Call, Declared, End, Flow, Ports, Protocol};
pub use fargate::{FargateSize, FargateSizeError};
pub use inventory::{ConfigurationError, Inventory};
pub use link::Link;
pub use links::Links;
pub use location::Location;
pub use name_kind::NameKind;
pub use planned::Planned;
pub use policy::{Policy, Statement};
pub use policy_file::{PolicyFile, PolicyFileError};
pub use proof::Proof;
pub use protected::PROTECTION_TAG;
pub use report::baseline::Baseline;
pub use resource::Resource;
pub use rule::{Applies, Rule, Severity};
pub use rules::{rule, rules};
pub use selection::{FailOn, Selection, UnknownRule};
pub use terraform::plan::{Action, Key, Plan, PlanError};
pub use terraform::state::State;

/// The results of the rules on an inventory, in the order of the rules.
pub fn run<'a>(
    inventory: &'a Inventory,
    rules: impl IntoIterator<Item = &'static Rule>,
) -> Vec<CheckResult<'a>> {
    Proof::of(inventory, rules).results
}

/// The failures among it.
pub fn failures<'a>(
    inventory: &'a Inventory,
    rules: impl IntoIterator<Item = &'static Rule>,
) -> Vec<CheckResult<'a>> {
    let mut results = run(inventory, rules);
    results.retain(|result| matches!(result.outcome, Outcome::Fail(_)));
    results
}
