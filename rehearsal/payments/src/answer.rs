//! What a merchant is told of a payment.

use crate::payment::Payment;
use crate::request::Decision;

/// What a merchant is told.
#[derive(Debug)]
pub enum Answer {
    /// The payment is taken: now, or when it was first sent.
    Taken(Payment, Sent),
    /// The validation says why not.
    Rejected(Decision),
    /// The key is of another payment.
    Differs,
    /// No request at all.
    NoRequest,
    /// It is not known whether it is taken: to be sent again.
    Unknown(Step),
}

/// How often a payment was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// For the first time.
    First,
    /// Before, too.
    Again,
}

/// The step that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Asking the validation.
    Validation,
    /// Writing to the transaction log.
    TransactionLog,
    /// Looking up, or committing.
    Database,
}
