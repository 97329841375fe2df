//! A payment as it is kept. Of a card or an account it has the last four characters: more may not
//! be stored in plain text, and a hash of a number is as good as the number unless it has a key
//! (PCI DSS 4.0.1, 3.4.1 and 3.5.1.1).

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Serialize;
use uuid::Uuid;

/// A payment that is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Payment {
    /// Its own id.
    #[serde(rename = "payment_id")]
    pub id: Uuid,
    /// The merchant.
    pub merchant_id: String,
    /// What the merchant calls it, however often it is sent.
    pub idempotency_key: String,
    /// The amount.
    pub amount: Amount,
    /// By card, by a card's token, or by transfer.
    pub method: &'static str,
    /// The last four characters of the number, token or account.
    pub method_end: String,
    /// The payer's country.
    pub billing_country: String,
    /// When it was taken, in whole microseconds, as the database has it.
    #[serde(serialize_with = "rfc3339")]
    pub taken_at: SystemTime,
}

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Amount {
    /// In the smallest unit.
    pub minor_units: i64,
    /// How many digits of it are behind the point.
    pub exponent: i16,
    /// ISO 4217.
    pub currency: String,
}

/// The methods of payment.
pub const METHODS: [&str; 3] = ["card", "card_token", "bank_transfer"];

impl Payment {
    /// Whether another one with its key is this payment, sent again.
    pub fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| {
            let Self {
                id: _,
                taken_at: _,
                merchant_id,
                idempotency_key,
                amount,
                method,
                method_end,
                billing_country,
            } = one.clone();
            (merchant_id, idempotency_key, amount, method, method_end, billing_country)
        };
        of(self) == of(other)
    }
}

/// Now, in whole microseconds: more PostgreSQL does not keep, and every answer to a payment is the
/// same.
pub fn now() -> SystemTime {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    UNIX_EPOCH + Duration::from_micros(u64::try_from(since.as_micros()).unwrap_or_default())
}

/// As RFC 3339 has it, in UTC.
pub fn timestamp(time: SystemTime) -> String {
    jiff::Timestamp::try_from(time).map(|time| format!("{time:.6}")).unwrap_or_default()
}

fn rfc3339<S: serde::Serializer>(time: &SystemTime, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&timestamp(*time))
}
