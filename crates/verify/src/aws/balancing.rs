//! Load balancers: what they listen for, and what they send requests to.

mod listener;
mod reach;
mod target;

pub use listener::{
    Ports, actions, balancer, is_application, is_balancer, listeners, listeners_of, ports_of,
};
pub use reach::{Reach, reach};
pub use target::{balanced, behind_classic, fronts, target_groups, targets};
