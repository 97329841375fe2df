//! The stack tried out without an AWS account: a real Terraform applies it to an emulator of AWS on this machine.
//!
//! The tests stand on the same emulator and the same Terraform runner.

mod api;
mod conversation;
mod emulator;
mod event;
mod leftovers;
mod plan;
mod process;
mod provider;
mod terraform;
mod tool;
mod toolbox;

pub use api::Api;
pub use emulator::{ACCOUNT, Emulator, Endpoint};
pub use event::Event;
pub use leftovers::nothing_left;
pub use plan::Plan;
pub use process::{Interrupted, Interrupts};
pub use terraform::{EMULATED, Run, Terraform};
pub use toolbox::Toolbox;
