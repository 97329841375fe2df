//! The real `bootstrap` against the Lambda Runtime API, served on loopback.

#[path = "../support/corpus.rs"]
mod corpus;
mod direct;
mod headers;
mod http;
mod journal;
mod lifecycle;
#[path = "../support/runtime_api.rs"]
mod runtime_api;
mod secrets;
mod sqs;

use std::process::Command;

use runtime_api::{Function, Posted, RuntimeApi};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// A Runtime API and the function it serves.
fn start(variables: &[(&str, &str)]) -> (RuntimeApi, Function) {
    let api = RuntimeApi::start();
    let function = bootstrap(api.address(), variables);
    (api, function)
}

fn bootstrap(api: &str, variables: &[(&str, &str)]) -> Function {
    Function::start(Command::new(env!("CARGO_BIN_EXE_bootstrap")), api, variables)
}

/// A request that is accepted now, changed by `change`.
fn request(change: impl FnOnce(&mut Value)) -> String {
    let mut request: Value =
        serde_json::from_slice(include_bytes!("../corpus/accepted/card.json")).expect("JSON");
    request["requested_at"] =
        json!(OffsetDateTime::now_utc().format(&Rfc3339).expect("formattable"));
    change(&mut request);
    request.to_string()
}

/// An SQS event with `bodies`, sent when the corpus was made; message ids are `message-0`,
/// `message-1` and so on.
fn batch(queue: &str, bodies: &[String]) -> String {
    let sent = (corpus::NOW.unix_timestamp() * 1_000).to_string();
    let records: Vec<_> = bodies
        .iter()
        .enumerate()
        .map(|(number, body)| {
            json!({
                "messageId": format!("message-{number}"),
                "receiptHandle": "handle",
                "body": body,
                "attributes": { "ApproximateReceiveCount": "1", "SentTimestamp": sent },
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": format!("arn:aws:sqs:us-east-1:123456789012:{queue}"),
                "awsRegion": "us-east-1",
            })
        })
        .collect();
    json!({ "Records": records }).to_string()
}

fn answer(posted: &Posted) -> Value {
    assert!(posted.path.ends_with("/response"), "{posted:?}");
    serde_json::from_str(&posted.body).expect("an answer is JSON")
}

/// Verdict and codes of an answer.
fn verdict(posted: &Posted) -> (String, Vec<String>) {
    let answer = answer(posted);
    let code = |failure: &Value| failure["code"].as_str().expect("a code").to_owned();
    let codes = answer["failures"].as_array().expect("a list").iter().map(code).collect();
    (answer["decision"].as_str().expect("a verdict").to_owned(), codes)
}

fn rejected(codes: &[&str]) -> (String, Vec<String>) {
    ("rejected".to_owned(), codes.iter().map(ToString::to_string).collect())
}

fn lines(output: &str) -> Vec<Value> {
    output.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}
