use payment_validator::{MAX_REQUEST_BYTES, Rule, validate};
use serde_json::json;

use crate::{corpus::NOW, decide, failures};

fn accepted() -> String {
    String::from_utf8(include_bytes!("../corpus/accepted/card.json").to_vec()).expect("UTF-8")
}

fn codes(request: &str) -> Vec<Rule> {
    validate(request.as_bytes(), NOW).failures.iter().map(|failure| failure.rule).collect()
}

#[test]
fn numbers_that_libraries_round_are_refused() {
    for number in [
        "1e2",
        "1E2",
        "10.0",
        "1099.0",
        "-0",
        "0.0",
        "9007199254740992",
        "9007199254740993",
        "1e-7",
    ] {
        assert_eq!(codes(&accepted().replace("1099", number)), [Rule::JsonNumber], "{number}");
    }
    for number in ["18446744073709551616", "-9223372036854775809", "123456789012345678901234567890"]
    {
        assert_eq!(codes(&accepted().replace("1099", number)), [Rule::JsonNumber], "{number}");
    }
}

#[test]
fn the_largest_exact_integer_is_read_and_then_refused_by_the_limit() {
    assert_eq!(codes(&accepted().replace("1099", "9007199254740991")), [Rule::AmountAboveLimit]);
    assert_eq!(codes(&accepted().replace("1099", "-9007199254740991")), [Rule::AmountNotPositive]);
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    let not_json = [
        "",
        " ",
        "{",
        "nul",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{'a':1}",
        "{} {}",
        "\u{feff}{}",
        "{\"a\":\"\\ud800\"}",
    ];
    for text in
        not_json.into_iter().chain(["{\"a\":1e999}", "{\"a\":NaN}", "{\"a\":\"\n\"}", "// x\n{}"])
    {
        assert_eq!(codes(text), [Rule::JsonSyntax], "{text}");
    }
    assert_eq!(validate(b"{\"a\":\"\xff\"}", NOW).failures[0].rule, Rule::JsonSyntax);
    let message = &validate(b"{\n \"a\": }", NOW).failures[0].message;
    assert!(message.ends_with("error at line 2 column 7"), "{message}");
}

#[test]
fn documents_that_are_not_objects_are_refused() {
    for text in ["null", "true", "1", "1.5", "\"text\"", "[]", "[{}]"] {
        assert_eq!(codes(text), [Rule::JsonType], "{text}");
    }
}

#[test]
fn deep_nesting_is_refused_without_using_up_the_stack() {
    let deep = "[".repeat(MAX_REQUEST_BYTES);
    assert_eq!(codes(&deep), [Rule::JsonSyntax]);
    assert_eq!(codes(&format!("{{\"a\":{}", "{\"a\":".repeat(3_000))), [Rule::JsonSyntax]);
}

#[test]
fn a_request_may_fill_the_limit_and_not_one_byte_more() {
    let mut request = accepted();
    request.push_str(&" ".repeat(MAX_REQUEST_BYTES - request.len()));
    assert_eq!(codes(&request), []);
    request.push(' ');
    assert_eq!(codes(&request), [Rule::JsonSize]);
}

#[test]
fn duplicate_keys_are_refused_on_every_level_even_with_equal_values_or_escapes() {
    let duplicated = [
        (
            "{\n  \"schema_version\"",
            "{\"schema_version\": \"1\", \"schema_version\"",
            "/schema_version",
        ),
        ("\"exponent\": 2", "\"exponent\": 2, \"exp\\u006fnent\": 2", "/amount/exponent"),
        (
            "\"cvv\": \"123\"",
            "\"cvv\": \"123\", \"cvv\": \"123\", \"cvv\": \"123\"",
            "/payment_method/cvv",
        ),
    ];
    for (from, to, field) in duplicated {
        let decision = validate(accepted().replace(from, to).as_bytes(), NOW);
        assert_eq!(failures(&decision), json!([["json.duplicate_key", field]]), "{to}");
    }
}

#[test]
fn the_names_of_unknown_fields_are_not_repeated() {
    let decision = decide(|request| {
        request["4111111111111111"] = json!(1);
        request["payment_method"]["5500005555555559"] = json!({});
    });
    assert_eq!(
        failures(&decision),
        json!([["field.unknown", "/payment_method"], ["field.unknown", ""]])
    );
    let answer = serde_json::to_string(&decision).expect("serializable");
    assert!(!answer.contains("41111") && !answer.contains("55000"), "{answer}");
}

#[test]
fn wrong_types_are_refused_for_every_field() {
    let fields = [
        "/schema_version",
        "/request_id",
        "/idempotency_key",
        "/merchant_id",
        "/requested_at",
        "/amount",
    ];
    let more = [
        "/amount/minor_units",
        "/amount/exponent",
        "/amount/currency",
        "/payment_method",
        "/billing_country",
    ];
    let last =
        ["/payment_method/type", "/payment_method/number", "/payment_method/cvv", "/description"];
    for field in fields.into_iter().chain(more).chain(last) {
        for value in [json!(null), json!(true), json!([]), json!([{"a": 1}])] {
            let decision = decide(|request| {
                *request.pointer_mut(field).expect("a field of the request") = value.clone()
            });
            assert_eq!(failures(&decision), json!([["json.type", field]]), "{value}");
        }
    }
}

#[test]
fn an_empty_object_misses_every_required_field() {
    let decision = validate(b"{}", NOW);
    let names = [
        "schema_version",
        "request_id",
        "idempotency_key",
        "merchant_id",
        "requested_at",
        "amount",
    ];
    let expected: Vec<_> = names.into_iter().chain(["payment_method", "billing_country"]).collect();
    let missing: Vec<_> =
        decision.failures.iter().map(|failure| failure.field.trim_start_matches('/')).collect();
    assert_eq!(missing, expected);
    assert!(decision.failures.iter().all(|failure| failure.rule == Rule::FieldMissing));
}
