//! Tries the stack without an AWS account: a real Terraform applies it to an AWS emulator on this
//! machine.
//!
//! - A sandbox from start to end: `life`, with its `folder`, what exists in it (`deployed`), a zone
//!   taken away (`drill`), and what is predicted for that (`prediction`).
//! - Terraform: `terraform`, with its `plan`, its progress (`event`, `tally`), and where it gets
//!   the AWS provider from (`provider`).
//! - The emulator: `emulator` and `emulator/*.py`, calls to its APIs (`api`), and what is left in
//!   it (`leftovers`).
//! - Programs: how they run and end (`process`, `conversation`), what must be installed (`tool`),
//!   and what they need (`toolbox`, `cache`).
//!
//! The tests use the same emulator and the same Terraform runner.

mod answer;
mod api;
mod cache;
mod conversation;
mod deployed;
mod drill;
mod emulator;
mod event;
mod folder;
mod leftovers;
mod life;
mod plan;
mod prediction;
mod process;
mod provider;
mod tally;
mod terraform;
mod tool;
mod toolbox;

pub use api::Api;
pub use deployed::{Row, deployed};
pub use drill::zone_called;
pub use emulator::{ACCOUNT, Emulator, Endpoint};
pub use event::Event;
pub use folder::{Record, SandboxFolder};
pub use leftovers::nothing_left;
pub use life::{Drilled, Progress, Sandbox, start};
pub use plan::Plan;
pub use prediction::predicted_by_verify;
pub use process::{Interrupted, Interrupts};
pub use tally::Tally;
pub use terraform::{EMULATED, Run, Terraform};
pub use tool::{TERRAFORM, find};
pub use toolbox::Toolbox;
