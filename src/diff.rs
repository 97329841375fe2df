//! What changes between two generated stacks, in Terraform's words, without asking AWS: which resources are created,
//! updated in place, destroyed or replaced, and by which arguments.
//!
//! ```text
//! folder ─▶ Tree ─▶ Source (either syntax) ─▶ Resolver ─▶ Stack (resources with known values) ─▶ Plan ─▶ text / JSON
//! ```
//! It is the difference of two configurations, not of a configuration and what runs: what someone changed by hand in AWS,
//! or sets in `terraform.tfvars`, only `terraform plan` sees. What forces a replacement is known for the arguments that
//! paytf writes ([`Consequences`](crate::schema::Consequences)).

mod delta;
mod json;
mod normal;
mod plan;
mod resolve;
mod source;
mod stack;
mod term;
#[cfg(test)]
mod tests;
mod text;
mod tree;

pub use delta::Delta;
pub use plan::{Action, Change, Plan};
pub use stack::{Lifecycle, Resource, Stack};
pub use term::{Content, Reference, Term};
pub use tree::Tree;
