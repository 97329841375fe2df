//! Tries the stack without an AWS account: a real Terraform applies it to an AWS emulator on this
//! machine.
//!
//! | what | where |
//! |---|---|
//! | a sandbox from start to end | `life` · `place` where it lives · `standing` what exists · `drill` a zone taken away, `prediction` what is known of it before |
//! | Terraform | `terraform` · `plan` · `event`, `tally` how far it has come · `provider` where it gets the provider from |
//! | the emulator | `emulator` · `emulator/*.py` · `api` questions to it · `leftovers` what is left in it |
//! | programs | `toolbox` what they need, `cache` where it is kept · `tool` what must be installed · `process`, `conversation` how they run and end |
//!
//! The tests stand on the same emulator and the same Terraform runner.

mod answer;
mod api;
mod cache;
mod conversation;
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
mod standing;
mod tally;
mod terraform;
mod tool;
mod toolbox;

pub use api::Api;
pub use drill::zone_called;
pub use emulator::{ACCOUNT, Emulator, Endpoint};
pub use event::Event;
pub use folder::{Record, SandboxFolder};
pub use leftovers::nothing_left;
pub use life::{Drilled, Progress, Sandbox, start};
pub use plan::Plan;
pub use prediction::predicted_by_verify;
pub use process::{Interrupted, Interrupts};
pub use standing::{Row, standing};
pub use tally::Tally;
pub use terraform::{EMULATED, Run, Terraform};
pub use tool::{TERRAFORM, find};
pub use toolbox::Toolbox;
