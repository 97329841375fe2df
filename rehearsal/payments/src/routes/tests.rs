//! `openapi.json` says what the service does, and the service does what it says.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use std::{env, fs};

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::*;
use crate::fakes::Fakes;
use crate::sample;

const HEALTH: &str = "/healthz";

fn document() -> Value {
    serde_json::from_str(include_str!("../../openapi.json")).unwrap()
}

async fn ask(
    fakes: &Fakes,
    method: &str,
    path: &str,
    body: impl Into<Body>,
) -> (u16, HeaderMap, Vec<u8>) {
    let router = routes(HEALTH, Arc::new(fakes.parts()));
    let method: Method = method.to_uppercase().parse().unwrap();
    let request = Request::builder().method(method).uri(path).body(body.into()).unwrap();
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    (parts.status.as_u16(), parts.headers, to_bytes(body, usize::MAX).await.unwrap().to_vec())
}

/// A schema of the document, or of one of its media types. JSON Schema looks for others in `$defs`,
/// OpenAPI in `components`.
fn schema(document: &Value, schema: &Value) -> jsonschema::Validator {
    let all = json!({"allOf": [schema], "$defs": document["components"]["schemas"]}).to_string();
    let all: Value =
        serde_json::from_str(&all.replace("#/components/schemas/", "#/$defs/")).unwrap();
    jsonschema::validator_for(&all).unwrap()
}

#[tokio::test]
async fn each_path_and_method_of_the_document_is_there_and_no_other() {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    assert_eq!(
        paths.keys().collect::<BTreeSet<_>>(),
        [HEALTH, PAYMENTS].map(str::to_owned).iter().collect()
    );
    for (path, methods) in paths {
        for method in ["get", "post", "put", "delete", "patch"] {
            let (status, ..) = ask(&Fakes::default(), method, path, "").await;
            assert_eq!(status == 405, methods.get(method).is_none(), "{method} {path}: {status}");
        }
    }
    assert_eq!(ask(&Fakes::default(), "get", "/", "").await.0, 404);
}

#[tokio::test]
async fn each_answer_is_in_the_document_and_each_of_the_document_is_given() {
    let document = document();
    let responses = &document["paths"][PAYMENTS]["post"]["responses"];
    let fakes = Fakes::default();
    let payment = |minor_units: i64| sample::payment("key-of-a-payment", minor_units).to_string();
    let down = Fakes::default();
    down.failing.answer_of_database.store(true, Ordering::Relaxed);
    let mut seen = BTreeSet::new();
    for (fakes, body) in [
        (&fakes, payment(1)),
        (&fakes, payment(1)),
        (&fakes, payment(2)),
        (&fakes, payment(-1)),
        (&fakes, "{}".to_owned()),
        (&fakes, "junk".to_owned()),
        (&fakes, " ".repeat(LARGEST + 1)),
        (&down, payment(1)),
    ] {
        let (status, headers, body) = ask(fakes, "post", PAYMENTS, body).await;
        let response = &responses[status.to_string()];
        assert!(response.is_object(), "{status} is not in the document");
        let media = response["content"].as_object().unwrap();
        let kind = headers[CONTENT_TYPE].to_str().unwrap().split(';').next().unwrap();
        let form = schema(&document, &media[kind]["schema"]);
        let body = match kind {
            "application/json" => serde_json::from_slice(&body).unwrap(),
            _ => Value::String(String::from_utf8(body).unwrap()),
        };
        assert!(form.is_valid(&body), "{status} {body}");
        for name in [REPLAYED, RETRY_AFTER].iter().filter(|name| headers.contains_key(*name)) {
            let named = response["headers"].as_object().unwrap();
            assert!(
                named.keys().any(|key| key.eq_ignore_ascii_case(name.as_str())),
                "{status} {name}"
            );
            seen.insert(name.to_string());
        }
        seen.insert(status.to_string());
    }
    assert_eq!(ask(&fakes, "get", HEALTH, "").await.0, 200);
    let mut all: BTreeSet<_> = responses.as_object().unwrap().keys().cloned().collect();
    all.extend([REPLAYED, RETRY_AFTER].map(|name| name.to_string()));
    assert_eq!(seen, all);
}

#[test]
fn the_examples_of_the_document_have_its_forms() {
    fn media(value: &Value, found: &mut Vec<(Value, Value)>) {
        if let (Some(schema), Some(example)) = (value.get("schema"), value.get("example")) {
            found.push((schema.clone(), example.clone()));
        }
        match value {
            Value::Object(map) => map.values().for_each(|value| media(value, found)),
            Value::Array(list) => list.iter().for_each(|value| media(value, found)),
            _ => {}
        }
    }
    let document = document();
    let mut found = Vec::new();
    media(&document["paths"], &mut found);
    assert!(found.len() >= 4, "{}", found.len());
    for (of, example) in found {
        assert!(schema(&document, &of).is_valid(&example), "{example}");
    }
}

/// The form of a request is the validation's own: `PAYTF_UPDATE=1 cargo test -p paytf-payments`
/// takes it over.
#[test]
fn the_request_of_the_document_is_that_of_the_validation() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let form = fs::read(format!(
        "{folder}/../../lambda/payment-validator/schema/payment-request.v1.schema.json"
    ))
    .unwrap();
    let form: Value = serde_json::from_slice(&form).unwrap();
    let mut document = document();
    if env::var_os("PAYTF_UPDATE").is_some() {
        document["components"]["schemas"]["PaymentRequest"] = form.clone();
        let text = serde_json::to_string_pretty(&document).unwrap() + "\n";
        fs::write(format!("{folder}/openapi.json"), text).unwrap();
    }
    assert!(
        document["components"]["schemas"]["PaymentRequest"] == form,
        "PAYTF_UPDATE=1 cargo test -p paytf-payments"
    );
}
