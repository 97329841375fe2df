use serde_json::{Value, json};

use crate::{batch, corpus::NOW, request, start};

/// What must never leave the function: card number, verification value, account number, names and
/// free text.
const PLANTED: [&str; 7] = [
    "5555555555554444",
    "9473",
    "GB29NWBK60161331926819",
    "Grace Hopper",
    "tok_9PlantedTokenReference01",
    "PLANTEDKEY-0123456789",
    "planted description",
];

/// Good and bad requests with every planted value in every place that takes or refuses it.
fn requests() -> Vec<String> {
    let mut requests = Vec::new();
    let paths = [
        "/request_id",
        "/idempotency_key",
        "/merchant_id",
        "/requested_at",
        "/billing_country",
        "/description",
    ];
    let more = [
        "/schema_version",
        "/amount",
        "/amount/currency",
        "/amount/minor_units",
        "/amount/exponent",
    ];
    let last = [
        "/payment_method",
        "/payment_method/type",
        "/payment_method/number",
        "/payment_method/expiry",
    ];
    let optional = ["/payment_method/cvv", "/payment_method/holder"];
    for secret in PLANTED {
        for path in paths.into_iter().chain(more).chain(last).chain(optional) {
            let planted = |value: Value| {
                request(|request| *request.pointer_mut(path).expect("a field") = value)
            };
            requests.push(planted(json!(secret)));
            requests.push(planted(json!({ secret: secret })));
        }
        requests.push(request(|request| request[secret] = json!(secret)));
        requests.push(request(|_| ()).replacen(
            '{',
            &format!("{{\"{secret}\":1,\"{secret}\":2,"),
            1,
        ));
        requests.push(format!("{secret} is not JSON"));
        requests.push(format!("{{\"number\": \"{secret}\""));
    }
    let methods = [
        json!({
            "type": "card", "number": PLANTED[0], "cvv": PLANTED[1], "expiry": "2030-01",
            "holder": PLANTED[3]
        }),
        json!({ "type": "bank_transfer", "iban": PLANTED[2], "account_holder": PLANTED[3] }),
        json!({
            "type": "bank_transfer", "iban": PLANTED[2].replace("29", "30"), "bic": PLANTED[0],
            "account_holder": "\n"
        }),
        json!({ "type": "card_token", "token": PLANTED[4] }),
    ];
    requests.extend(methods.map(|method| request(|request| request["payment_method"] = method)));
    requests
}

#[test]
fn no_answer_log_or_error_holds_a_planted_secret() {
    let (api, function) =
        start(&[("LOG_LEVEL", "TRACE"), ("RUST_LOG", "trace"), ("RUST_BACKTRACE", "1")]);
    let mut shown: Vec<String> = requests().iter().map(|event| api.invoke(event).body).collect();
    let answers = shown.len();
    shown.push(api.invoke(batch("sqs-payments", &requests())).body);
    api.send(format!("{{\"Records\":[{{\"body\":\"{}\"}}]}}", PLANTED[0]));
    shown.push(api.wait_for(answers + 2).swap_remove(answers + 1).body);
    function.terminate();
    let (_, output, errors) = function.finish();
    assert!(output.lines().count() > 2 * answers, "the decisions are logged");
    shown.extend([output, errors]);
    for (secret, text) in
        PLANTED.iter().flat_map(|secret| shown.iter().map(move |text| (secret, text)))
    {
        assert!(!holds(text, secret), "{secret} in {text}");
    }
}

/// A verification value is too short to be searched for inside other numbers.
fn holds(text: &str, secret: &str) -> bool {
    match secret.len() {
        ..=4 => text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == secret),
        _ => text.contains(secret) || text.contains(&secret[..secret.len() - 4]),
    }
}

#[test]
fn no_failure_shows_a_secret_in_its_debug_form() {
    for request in requests() {
        let shown = format!("{:?}", payment_validator::validate(request.as_bytes(), NOW));
        assert!(!PLANTED.iter().any(|secret| holds(&shown, secret)), "{shown}");
    }
}

/// Card numbers as people and programs write them; none is repeated, wherever it is.
#[test]
fn no_answer_or_log_holds_a_card_number_in_any_spelling() {
    let spellings = [
        "4111111111111111",
        "4111-1111-1111-1111",
        "4111_1111_1111_1111",
        "4111.1111.1111.1111",
        "４１１１１１１１１１１１１１１１",
        "0004111111111111111",
        "41111111111111111225",
        "order-4111111111111111",
        "tok_4111111111111111abcd",
        "41111111-1111-1111-0000-000000000000",
        "00000000-0000-0000-4111-111111111111",
    ];
    let paths = [
        "/request_id",
        "/idempotency_key",
        "/merchant_id",
        "/payment_method/holder",
        "/description",
    ];
    let (api, function) = start(&[("LOG_LEVEL", "TRACE")]);
    let mut shown = Vec::new();
    for spelling in spellings {
        for path in paths {
            let event =
                request(|request| *request.pointer_mut(path).expect("a field") = json!(spelling));
            let body = api.invoke(event.as_str()).body;
            assert!(body.contains("\"rejected\""), "{spelling} at {path}: {body}");
            shown.push(body);
        }
        let token = json!({ "type": "card_token", "token": spelling });
        let body = api.invoke(request(|request| request["payment_method"] = token)).body;
        assert!(body.contains("\"rejected\""), "{spelling} as a token: {body}");
        shown.push(body);
        // As the id of a message: refused where SQS cannot have given it, and not logged where it
        // can.
        let event = batch("sqs-payments", &[request(|_| ())]).replace("message-0", spelling);
        let posted = api.invoke(event);
        let is_uuid = spelling.len() == 36;
        assert_eq!(posted.path.ends_with("/response"), is_uuid, "{spelling}: {posted:?}");
        shown.extend((!is_uuid).then_some(posted.body));
    }
    function.terminate();
    let (_, output, errors) = function.finish();
    assert!(output.contains("\"message_id\":null") && output.contains("identifier.card_number"));
    shown.extend([output, errors]);
    for text in shown {
        let holds = ["41111111", "4111-1111", "4111_1111", "4111.1111", "４１", "-4111-"]
            .iter()
            .find(|part| text.contains(**part));
        assert_eq!(holds, None, "{text}");
    }
}
