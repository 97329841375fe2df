//! Payments that the validation accepts, to try the service with. The card number is a test number.

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use crate::payment::timestamp;

/// The number of the card.
pub const CARD_NUMBER: &str = "4111111111111111";

/// A payment of an amount under a key.
pub fn payment(key: &str, minor_units: i64) -> Value {
    let now = SystemTime::now();
    let expiry = timestamp(now + Duration::from_secs(2 * 365 * 24 * 3600));
    json!({
        "schema_version": "1",
        "request_id": uuid::Uuid::now_v7(),
        "idempotency_key": key,
        "merchant_id": "SHOP-0042",
        "requested_at": timestamp(now),
        "amount": {"minor_units": minor_units, "exponent": 2, "currency": "USD"},
        "payment_method": {
            "type": "card",
            "number": CARD_NUMBER,
            "expiry": expiry.get(..7),
            "cvv": "123",
            "holder": "ADA LOVELACE",
        },
        "billing_country": "US",
    })
}

/// A key that no other payment has.
pub fn key() -> String {
    format!("order-{}", uuid::Uuid::now_v7().simple())
}
