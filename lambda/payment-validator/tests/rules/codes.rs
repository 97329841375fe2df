use std::collections::BTreeSet;

use payment_validator::{Rule, Verdict, validate};
use serde_json::json;

use crate::{
    corpus::{NOW, requests},
    decide, failures,
};

#[test]
fn every_request_of_the_accepted_corpus_is_accepted() {
    for (name, request) in requests("accepted") {
        let decision = validate(&request, NOW);
        assert_eq!(
            (decision.verdict, failures(&decision)),
            (Verdict::Accepted, json!([])),
            "{name}"
        );
    }
}

#[test]
fn every_request_of_the_rejected_corpus_breaks_exactly_the_rule_it_is_named_after() {
    for (name, request) in requests("rejected") {
        let decision = validate(&request, NOW);
        let codes: Vec<_> = decision.failures.iter().map(|failure| failure.rule.code()).collect();
        assert_eq!((decision.verdict, codes), (Verdict::Rejected, vec![name.as_str()]), "{name}");
    }
}

#[test]
fn every_rule_has_a_request_that_breaks_it_and_a_code_of_its_own() {
    let named: BTreeSet<_> = requests("rejected").into_iter().map(|(name, _)| name).collect();
    let codes: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.code().to_owned()).collect();
    assert_eq!(named, codes);
    assert_eq!(codes.len(), Rule::ALL.len());
}

#[test]
fn a_decision_names_every_broken_rule_in_the_order_of_the_fields() {
    let decision = decide(|request| {
        request["merchant_id"] = json!("");
        request["amount"] = json!({ "minor_units": -1, "exponent": 2, "currency": "JPY" });
        request["payment_method"]["number"] = json!("411111111111112");
        request["payment_method"]["expiry"] = json!("2020-01");
        request["billing_country"] = json!("XX");
        request["note"] = json!("");
    });
    let expected = json!([
        ["merchant_id.format", "/merchant_id"],
        ["amount.not_positive", "/amount/minor_units"],
        ["amount.exponent", "/amount/exponent"],
        ["card.length", "/payment_method/number"],
        ["card.luhn", "/payment_method/number"],
        ["card.expired", "/payment_method/expiry"],
        ["country.unknown", "/billing_country"],
        ["field.unknown", ""],
    ]);
    assert_eq!(failures(&decision), expected);
}

#[test]
fn the_same_request_at_the_same_instant_gets_the_same_bytes() {
    for (name, request) in requests("rejected").into_iter().chain(requests("accepted")) {
        let answer = || serde_json::to_string(&validate(&request, NOW)).expect("serializable");
        assert_eq!(answer(), answer(), "{name}");
    }
}

#[test]
fn an_accepted_request_is_answered_in_the_documented_form() {
    let answer = serde_json::to_value(decide(|_| ())).expect("serializable");
    let expected = json!({
        "decision": "accepted",
        "request_id": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "rule_set": payment_validator::RULE_SET,
        "failures": [],
    });
    assert_eq!(answer, expected);
}
