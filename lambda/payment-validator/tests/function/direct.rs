use std::time::Duration;

use serde_json::json;

use crate::{rejected, request, start, verdict};

#[test]
fn a_good_request_is_accepted_under_its_own_invocation() {
    let (api, _function) = start(&[]);
    let posted = api.invoke(request(|_| ()));
    assert_eq!(posted.path, "/2018-06-01/runtime/invocation/invocation-1/response");
    assert_eq!(verdict(&posted), ("accepted".to_owned(), vec![]));
}

#[test]
fn a_bad_request_is_rejected_with_every_broken_rule() {
    let (api, _function) = start(&[]);
    let posted = api.invoke(request(|request| {
        request["amount"]["minor_units"] = json!(0);
        request["payment_method"]["number"] = json!("4111111111111112");
    }));
    assert_eq!(verdict(&posted), rejected(&["amount.not_positive", "card.luhn"]));
}

#[test]
fn events_of_the_wrong_type_are_rejected() {
    let (api, _function) = start(&[]);
    for event in ["null", "42", "\"4111111111111111\"", "[]", "true"] {
        assert_eq!(verdict(&api.invoke(event)), rejected(&["json.type"]), "{event}");
    }
}

#[test]
fn an_event_that_is_not_json_fails_its_invocation_without_being_repeated_and_the_next_is_answered()
{
    let (api, _function) = start(&[]);
    for event in
        [&b"{\"number\": 4111111111111111"[..], b"", b"card 4111111111111111", b"\"\xff\xfe\""]
    {
        let posted = api.invoke(event);
        assert!(posted.path.ends_with("/error"), "{posted:?}");
        assert!(posted.body.contains("errorType") && !posted.body.contains("411111"), "{posted:?}");
    }
    assert_eq!(verdict(&api.invoke(request(|_| ()))).0, "accepted");
}

#[test]
fn six_megabytes_are_rejected_in_well_under_the_functions_timeout() {
    let (api, _function) = start(&[]);
    let sizes = [
        request(|request| request["description"] = json!("x".repeat(6 << 20))),
        "[".repeat(100) + &"]".repeat(100),
    ];
    let arrays = format!("[{}0]", "[],".repeat(2 << 20));
    for event in sizes.into_iter().chain([arrays]) {
        let posted = api.invoke(&event);
        assert!(posted.latency < Duration::from_secs(5), "{:?}", posted.latency);
        let code = if event.len() > 16_384 { "json.size" } else { "json.type" };
        assert_eq!(verdict(&posted), rejected(&[code]));
    }
}
