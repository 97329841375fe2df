//! Decides whether a payment request may go on to processing.
//!
//! ```
//! use payment_validator::{Verdict, validate};
//! use time::macros::datetime;
//!
//! let decision = validate(br#"{"schema_version":"1"}"#, datetime!(2026-11-22 12:00 UTC));
//! assert_eq!(decision.verdict, Verdict::Rejected);
//! ```
//!
//! [`validate`] is a pure function of the request's bytes and the clock: the same input gives the
//! same [`Decision`]. Every rule is a small function in the module named after what it checks;
//! [`Rule`] lists their codes and standards. [`Handler`] adds what the Lambda function needs around
//! it: SQS batches, logs and metrics; [`RuntimeApi`] is where the function takes its invocations
//! from.
#![warn(missing_docs)]

pub mod amount;
pub mod bic;
pub mod card;
mod card_search;
pub mod card_token;
pub mod country;
pub mod currency;
mod data;
mod decision;
mod digits;
pub mod expiry;
mod fields;
mod handler;
pub mod iban;
pub mod identifiers;
pub mod issuer;
mod journal;
mod json;
mod masked;
mod metrics;
pub mod network;
mod request;
mod rule;
mod runtime_api;
mod sqs;
pub mod text;
pub mod timestamp;

pub use decision::{Decision, Failure, Verdict};
pub use handler::{Handler, InvocationError, Response};
pub use journal::{Journal, Level};
pub use masked::Masked;
pub use request::{MAX_REQUEST_BYTES, SCHEMA_VERSION, validate};
pub use rule::{Breach, Checked, RULE_SET, Rule};
pub use runtime_api::{Answer, Invocation, RuntimeApi, read_answer};
pub use sqs::{BatchItemFailure, BatchResponse};
