//! What is published about the requests and the rules is what the code does.

use payment_validator::{MAX_REQUEST_BYTES, RULE_SET, Rule, SCHEMA_VERSION, amount, currency};
use serde_json::{Value, json};

use crate::{corpus::requests, decide};

const README: &str = include_str!("../../README.md");

fn schema() -> Value {
    serde_json::from_str(include_str!("../../schema/payment-request.v1.schema.json"))
        .expect("the schema is JSON")
}

fn sorted(names: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    let mut names: Vec<_> = names.into_iter().map(Into::into).collect();
    names.sort();
    names
}

/// The fields that the code allows at `pointer`: it names them when there is another.
fn allowed(pointer: &str, method: &Value) -> Vec<String> {
    let decision = decide(|request| {
        request["payment_method"] = method.clone();
        request.pointer_mut(pointer).expect("an object")["other"] = json!(1);
    });
    let failure = decision
        .failures
        .iter()
        .find(|failure| failure.rule == Rule::FieldUnknown)
        .expect("refused");
    let (_, names) = failure.message.split_once("allowed: ").expect("the message names them");
    sorted(names.split(", "))
}

/// The fields that the code misses at `pointer` in an object that has at most its type.
fn missed(pointer: &str, method: &Value) -> Vec<String> {
    let decision = decide(|request| {
        request["payment_method"] = method.clone();
        let object = request.pointer_mut(pointer).expect("an object");
        *object = object.get("type").map_or(json!({}), |kind| json!({ "type": kind }));
    });
    let missing = decision.failures.iter().filter(|failure| failure.rule == Rule::FieldMissing);
    let names = missing.filter_map(|failure| {
        failure.field.rsplit_once('/').filter(|(parent, _)| *parent == pointer)
    });
    sorted(names.map(|(_, name)| name))
}

#[test]
fn the_published_schema_has_the_fields_of_the_code_and_requires_the_same_ones() {
    let schema = schema();
    let kinds = ["card", "card_token", "bank_transfer"]
        .map(|kind| (format!("/$defs/{kind}"), "/payment_method", kind));
    let others = [(String::new(), "", "card"), ("/$defs/amount".to_owned(), "/amount", "card")];
    for (definition, pointer, kind) in kinds.into_iter().chain(others) {
        let method = json!({ "type": kind });
        let object = schema.pointer(&definition).expect("defined");
        assert_eq!(object["additionalProperties"], false, "{definition}");
        let properties = object["properties"].as_object().expect("properties").keys().cloned();
        assert_eq!(sorted(properties), allowed(pointer, &method), "{definition}");
        let required = object["required"]
            .as_array()
            .expect("required")
            .iter()
            .map(|name| name.as_str().expect("a name"));
        let mut missed = missed(pointer, &method);
        missed.extend((pointer == "/payment_method").then(|| "type".to_owned()));
        assert_eq!(sorted(required), sorted(missed), "{definition}");
    }
    assert_eq!(schema["properties"]["schema_version"]["const"], SCHEMA_VERSION);
}

#[test]
fn the_schemas_largest_amount_is_the_largest_limit() {
    let letters = || 'A'..='Z';
    let codes = letters()
        .flat_map(|a| letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}"))));
    let largest = codes.filter_map(|code| currency::alpha3(&code).ok()).map(amount::limit).max();
    assert_eq!(
        schema().pointer("/$defs/amount/properties/minor_units/maximum").and_then(Value::as_i64),
        largest
    );
}

#[test]
fn the_readme_lists_every_rule_with_its_standard_and_no_other() {
    let listed: Vec<_> = README
        .lines()
        .filter(|line| line.starts_with("| `") && line.matches('|').count() == 3)
        .collect();
    let rules: Vec<_> = Rule::ALL
        .iter()
        .map(|rule| format!("| `{}` | {} |", rule.code(), rule.standard()))
        .collect();
    assert_eq!(listed, rules);
}

#[test]
fn the_readme_names_the_version_of_the_rules_and_the_limits() {
    assert!(README.contains(&format!("rule set {RULE_SET}")));
    assert!(README.contains(&format!("{MAX_REQUEST_BYTES} bytes")));
}

#[test]
fn the_readmes_examples_are_requests_and_answers_of_the_code() {
    let blocks: Vec<Value> = README
        .split("```json\n")
        .skip(1)
        .map(|block| {
            serde_json::from_str(block.split("```").next().expect("closed")).expect("JSON")
        })
        .collect();
    let (_, request) =
        requests("accepted").into_iter().find(|(name, _)| name == "card").expect("in the corpus");
    assert_eq!(blocks[0], serde_json::from_slice::<Value>(&request).expect("JSON"));
    let decision =
        decide(|request| request["payment_method"]["number"] = json!("4111111111111112"));
    assert_eq!(blocks[1], serde_json::to_value(decision).expect("serializable"));
}
