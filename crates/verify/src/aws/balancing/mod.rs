//! Load balancers: what they listen for, and what they send requests to.

mod listener;
mod target;

pub use listener::{actions, balancer, listeners};
pub use target::{balanced, behind_classic, target_groups, targets};
