//! The routes of the service; `openapi.json` describes them.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::{get, post};
use serde::Serialize;

use crate::answer::{Answer, Sent, Step};
use crate::pay::Parts;

/// Where payments are taken.
pub const PAYMENTS: &str = "/payments";
/// More than the validation takes, so that it is the one to say so.
const LARGEST: usize = 32 * 1024;
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

#[derive(Serialize)]
struct Refusal {
    error: &'static str,
}

/// The service, as a router.
pub fn routes(health_path: &str, parts: Arc<Parts>) -> Router {
    let pay = post(pay).layer(DefaultBodyLimit::max(LARGEST)).with_state(parts);
    Router::new().route(PAYMENTS, pay).route(health_path, get(async || StatusCode::OK))
}

async fn pay(State(parts): State<Arc<Parts>>, body: Bytes) -> (StatusCode, HeaderMap, Vec<u8>) {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let refusal = |error| json(&Refusal { error });
    let (status, body) = match parts.pay(&body).await {
        Answer::Taken(payment, sent) => {
            if sent == Sent::Again {
                headers.insert(REPLAYED, HeaderValue::from_static("true"));
            }
            (StatusCode::CREATED, json(&payment))
        }
        Answer::Rejected(decision) => (StatusCode::UNPROCESSABLE_ENTITY, json(&decision)),
        Answer::Differs => {
            (StatusCode::CONFLICT, refusal("the idempotency key is of another payment"))
        }
        Answer::NoRequest => (
            StatusCode::BAD_REQUEST,
            refusal("the body must be a payment request: one JSON object"),
        ),
        Answer::Unknown(step) => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
            (StatusCode::SERVICE_UNAVAILABLE, refusal(again(step)))
        }
    };
    (status, headers, body)
}

fn again(step: Step) -> &'static str {
    match step {
        Step::Validation => {
            "not taken, the validation does not answer: send it again with the same idempotency key"
        }
        Step::TransactionLog => {
            "not taken, the transaction log does not answer: send it again with the same \
             idempotency key"
        }
        Step::Database => {
            "not known whether it is taken: send it again with the same idempotency key"
        }
    }
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
