//! The request of a merchant, and what the validation decides. Its structure is that of
//! `lambda/payment-validator`, version 1.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::payment::{Amount, METHODS, Payment, now};

/// What the validation says of a request.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Decision {
    /// `accepted` or `rejected`.
    pub decision: String,
    /// The request's own id, if it has one.
    pub request_id: Option<String>,
    /// Version of the rules.
    pub rule_set: String,
    /// Every broken rule.
    pub failures: Vec<Failure>,
}

/// A rule that a request breaks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Failure {
    /// Which.
    pub code: String,
    /// A JSON Pointer to the field.
    pub field: String,
    /// What is allowed. It never has a value of the request.
    pub message: String,
}

/// The rules that the same request may break later: what was taken before is still the same
/// payment.
const OF_TIME: [&str; 2] = ["timestamp.skew", "card.expired"];

impl Decision {
    /// Whether the payment may be taken.
    pub fn is_accepted(&self) -> bool {
        self.decision == "accepted" && self.failures.is_empty()
    }

    /// Whether nothing but the time is against it.
    pub fn is_late(&self) -> bool {
        !self.failures.is_empty()
            && self.failures.iter().all(|failure| OF_TIME.contains(&failure.code.as_str()))
    }
}

/// The one thing that the validation would not take for a request: a batch of SQS.
#[derive(Deserialize)]
struct Envelope {
    #[serde(rename = "Records")]
    records: Option<IgnoredAny>,
}

/// Whether this is one JSON object that the validation takes for a request.
pub fn is_object(body: &[u8]) -> bool {
    let begins = body.trim_ascii_start().first() == Some(&b'{');
    begins
        && serde_json::from_slice::<Envelope>(body).is_ok_and(|envelope| envelope.records.is_none())
}

/// Without `Debug`: it has card numbers.
#[derive(Deserialize)]
struct Request {
    idempotency_key: String,
    merchant_id: String,
    amount: Amount,
    payment_method: Method,
    billing_country: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Method {
    Card { number: String },
    CardToken { token: String },
    BankTransfer { iban: String },
}

/// The payment of a request that was validated; none where the validation knows a form that is not
/// known here.
pub fn payment(body: &[u8]) -> Option<Payment> {
    let request: Request = serde_json::from_slice(body).ok()?;
    let [card, card_token, bank_transfer] = METHODS;
    let (method, whole) = match request.payment_method {
        Method::Card { number } => (card, number),
        Method::CardToken { token } => (card_token, token),
        Method::BankTransfer { iban } => (bank_transfer, iban),
    };
    Some(Payment {
        id: Uuid::now_v7(),
        merchant_id: request.merchant_id,
        idempotency_key: request.idempotency_key,
        amount: request.amount,
        method,
        method_end: whole.chars().skip(whole.chars().count().saturating_sub(4)).collect(),
        billing_country: request.billing_country,
        taken_at: now(),
    })
}
