//! What changes between two generated stacks, in Terraform's words, without asking AWS: which
//! resources are created, updated in place, destroyed or replaced, and by which arguments.
//!
//! ```text
//! folder ─▶ terraform::Configuration ─▶ Stack (resources; unknown values by what they come from)
//!        ─▶ Plan ─▶ text / JSON
//! ```
//! It is the difference of two configurations, not of a configuration and what runs: what someone
//! changed by hand in AWS, or sets in `terraform.tfvars`, only `terraform plan` sees. What forces a
//! replacement is known for the arguments that paytf writes
//! ([`Consequences`](crate::schema::Consequences)).

mod consequence;
mod delta;
mod json;
mod lifecycle;
mod normal;
mod plan;
mod stack;
#[cfg(test)]
mod tests;
mod text;
mod value;
mod values;

pub use delta::Delta;
pub use lifecycle::{Lifecycle, Trigger};
pub use plan::{Action, Change, Plan};
pub use stack::{Resource, Stack};
pub use value::{Reference, Value};
