use time::OffsetDateTime;

use crate::{
    amount, bic, card, card_token, country, currency,
    decision::{Decision, Failure},
    expiry,
    fields::Fields,
    iban, identifiers,
    json::{Node, Object},
    rule::{Checked, Rule},
    text, timestamp,
};

/// The version of the request's schema that this validator reads.
pub const SCHEMA_VERSION: &str = "1";

/// The largest request that is read; a valid one with every field at its longest needs less than
/// 4,096 bytes.
pub const MAX_REQUEST_BYTES: usize = 16_384;

/// Decides on one payment request, given as the bytes of a JSON document, at the instant `now`.
///
/// Never panics, whatever the bytes. Time and memory are bounded by [`MAX_REQUEST_BYTES`].
pub fn validate(request: &[u8], now: OffsetDateTime) -> Decision {
    match read_document(request) {
        Ok(object) => {
            let mut failures = Vec::new();
            let request_id = Fields::read(String::new(), object, &mut failures, |fields| {
                read_request(fields, now)
            });
            Decision::new(request_id, failures)
        }
        Err(breaches) => Decision::new(None, breaches.into_iter().map(whole_request).collect()),
    }
}

fn whole_request(breach: crate::Breach) -> Failure {
    Failure { rule: breach.rule, field: String::new(), message: breach.message }
}

fn read_document(request: &[u8]) -> Checked<Object> {
    if request.len() > MAX_REQUEST_BYTES {
        return Rule::JsonSize
            .refuse(format!("a request must have at most {MAX_REQUEST_BYTES} bytes"));
    }
    match serde_json::from_slice(request) {
        Ok(Node::Object(object)) => Ok(object),
        Ok(_) => Rule::JsonType.refuse("a request must be an object"),
        Err(error) => Rule::JsonSyntax.refuse(format!(
            "must be one JSON document in UTF-8; error at line {} column {}",
            error.line(),
            error.column()
        )),
    }
}

fn read_request(fields: &mut Fields, now: OffsetDateTime) -> Option<String> {
    fields.text("schema_version", schema_version);
    let request_id = fields.text("request_id", identifiers::request_id);
    fields.text("idempotency_key", identifiers::idempotency_key);
    fields.text("merchant_id", identifiers::merchant_id);
    fields.text("requested_at", |text| timestamp::requested_at(text, now));
    fields.object("amount", read_amount);
    fields.object("payment_method", |method| read_payment_method(method, now));
    fields.text("billing_country", country::alpha2);
    fields.optional_text("description", text::description);
    request_id
}

fn schema_version(text: &str) -> Checked<()> {
    Rule::SchemaVersion.require(text == SCHEMA_VERSION, (), "must be \"1\"")
}

fn read_amount(fields: &mut Fields) {
    let minor_units = fields.integer("minor_units");
    let exponent = fields.integer("exponent");
    let Some(currency) = fields.text("currency", currency::alpha3) else { return };
    if let Some(Err(breach)) = minor_units.map(|units| amount::minor_units(units, currency)) {
        fields.fail("minor_units", breach);
    }
    if let Some(Err(breach)) = exponent.map(|exponent| amount::exponent(exponent, currency)) {
        fields.fail("exponent", breach);
    }
}

fn read_payment_method(fields: &mut Fields, now: OffsetDateTime) {
    match fields.text("type", method_type) {
        Some(Method::Card) => read_card(fields, now),
        Some(Method::CardToken) => _ = fields.text("token", card_token::token),
        Some(Method::BankTransfer) => read_bank_transfer(fields),
        None => fields.ignore_unread(),
    }
}

enum Method {
    Card,
    CardToken,
    BankTransfer,
}

fn method_type(text: &str) -> Checked<Method> {
    match text {
        "card" => Ok(Method::Card),
        "card_token" => Ok(Method::CardToken),
        "bank_transfer" => Ok(Method::BankTransfer),
        _ => Rule::PaymentMethod.refuse("must be card, card_token or bank_transfer"),
    }
}

fn read_card(fields: &mut Fields, now: OffsetDateTime) {
    let number = fields.text("number", card::number);
    fields.text("expiry", |text| expiry::expiry(text, now));
    fields.optional_text("cvv", |text| card::verification_value(text, number.as_ref()));
    fields.optional_text("holder", text::cardholder);
}

fn read_bank_transfer(fields: &mut Fields) {
    fields.text("iban", iban::iban);
    fields.optional_text("bic", bic::bic);
    fields.text("account_holder", text::account_holder);
}
