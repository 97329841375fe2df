//! The reference payment service: the program in the container of paytf's stack.
//!
//! [`serve()`] answers `POST /payments` and the health check. A payment is validated by the stack's
//! function, written to the transaction log, committed to the database, and only then answered; one
//! that is sent again under its idempotency key is the same one. What those three are is behind
//! [`Validation`], [`TransactionLog`] and [`Ledger`]; on AWS they are [`Lambda`], [`S3`]
//! and [`Database`], which act as an [`Identity`]: the role of the task, or nobody where nobody
//! asks.
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used))]

mod answer;
mod aws;
pub mod contract;
mod database;
pub mod environment;
#[cfg(test)]
mod fakes;
pub mod healthcheck;
mod identity;
mod journal;
mod lambda;
mod pay;
mod payment;
mod request;
mod retry;
mod routes;
mod s3;
pub mod sample;
mod serve;
pub mod tls;

pub use database::Database;
pub use identity::{Identity, Nobody};
pub use journal::Journal;
pub use lambda::Lambda;
pub use pay::{Ledger, Parts, TransactionLog, Validation};
pub use payment::Payment;
pub use request::{Decision, Failure};
pub use routes::{PAYMENTS, routes};
pub use s3::S3;
pub use serve::{Protocol, Settings, serve};

/// The table of payments, in the schema `payments`: what the master user runs once.
pub const SCHEMA: &str = include_str!("../schema.sql");
