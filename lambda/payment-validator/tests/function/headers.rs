//! Whatever the headers of an invocation hold, it is answered under its id, and the next one too.

use std::time::Duration;

use crate::{
    request,
    runtime_api::{Event, RuntimeApi, invocation_headers},
    start, verdict,
};

fn event(headers: impl Into<Vec<u8>>) -> Event {
    Event {
        status: 200,
        headers: Some(headers.into()),
        chunk: None,
        body: request(|_| ()).into_bytes(),
    }
}

/// Lambda's own headers of invocation `number`, and `more`.
fn with(number: usize, more: &[u8]) -> Event {
    event([invocation_headers(number).as_bytes(), more].concat())
}

#[test]
fn a_client_context_and_an_identity_of_any_form_are_no_obstacle() {
    let (api, _function) = start(&[]);
    let table: &[&[u8]] = &[
        b"Lambda-Runtime-Client-Context: {\"custom\":{\"attempt\":1}}\r\n",
        "Lambda-Runtime-Client-Context: {\"custom\":{\"kunde\":\"M\u{fc}ller\"}}\r\n".as_bytes(),
        b"Lambda-Runtime-Client-Context: {\"client\":{\"installation_id\":7}}\r\n",
        b"Lambda-Runtime-Client-Context: not JSON \xff\xfe\r\n",
        b"Lambda-Runtime-Client-Context: null\r\n",
        b"Lambda-Runtime-Client-Context:\r\n",
        b"Lambda-Runtime-Cognito-Identity: {}\r\n",
        b"Lambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":null}\r\n",
        b"Lambda-Runtime-Cognito-Identity: {\"accountId\": \"000000000000\"}\r\n",
        b"Lambda-Runtime-Deadline-Ms: soon\r\nLambda-Runtime-Deadline-Ms: -1\r\n",
        b"Lambda-Runtime-Trace-Id: \x00\x01\x7f\xff\r\n",
        b"Lambda-Runtime-Invoked-Function-Arn: \xc3\x28\r\n",
        b"no header at all\r\n",
        b": no name\r\n",
        b"Content-Type: text/plain\r\nDate: yesterday\r\n",
    ];
    for (at, headers) in table.iter().enumerate() {
        api.send_event(with(at + 1, headers));
        let posted = api.take(1).remove(0);
        let path = format!("/2018-06-01/runtime/invocation/invocation-{}/response", at + 1);
        assert_eq!(
            (posted.path.as_str(), verdict(&posted).0.as_str()),
            (path.as_str(), "accepted")
        );
    }
    let long = format!("Lambda-Runtime-Client-Context: {}\r\n", "x".repeat(500_000));
    api.send_event(with(99, long.as_bytes()));
    assert_eq!(verdict(&api.take(1)[0]).0, "accepted");
}

#[test]
fn an_event_in_chunks_is_read_whole() {
    let (api, _function) = start(&[]);
    for chunk in [1, 7, 512, 1 << 20] {
        api.send_event(Event { chunk: Some(chunk), headers: None, ..event("") });
        assert_eq!(verdict(&api.take(1)[0]).0, "accepted", "{chunk}");
    }
}

#[test]
fn names_of_headers_have_any_case() {
    let (api, _function) = start(&[]);
    api.send_event(event(
        "LAMBDA-RUNTIME-AWS-REQUEST-ID:   8476a536-e9f4-11e8-9739-2dfe598c3fcd\t\r\n",
    ));
    let posted = api.take(1).remove(0);
    assert_eq!(
        posted.path,
        "/2018-06-01/runtime/invocation/8476a536-e9f4-11e8-9739-2dfe598c3fcd/response"
    );
}

/// Waits until `count` invocations were handed out.
fn handed_out(api: &RuntimeApi, count: usize) {
    for _ in 0..1_000 {
        if api.handed_out() >= count {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{} of {count} invocations were asked for", api.handed_out());
}

#[test]
fn an_invocation_that_cannot_be_answered_is_reported_and_the_next_one_is_answered() {
    let (api, function) = start(&[]);
    let without_id =
        ["", "Lambda-Runtime-Aws-Request-Id:\r\n", "Lambda-Runtime-Aws-Request-Id: a b\r\n"];
    for (at, headers) in without_id.into_iter().enumerate() {
        api.send_event(event(headers));
        handed_out(&api, at + 1);
    }
    for status in [400, 403, 404, 503] {
        api.send_event(Event { status, ..event("") });
    }
    api.send(request(|_| ()));
    assert_eq!(verdict(&api.take(1)[0]).0, "accepted");
    function.terminate();
    let (code, output, _) = function.finish();
    assert_eq!((code, output.matches("runtime api failed").count()), (Some(0), 7), "{output}");
}

#[test]
fn a_connection_that_is_closed_is_opened_again() {
    let (api, _function) = start(&[]);
    for _ in 0..3 {
        api.send(request(|_| ()));
        assert_eq!(verdict(&api.take(1)[0]).0, "accepted");
        api.close_next();
        api.send(request(|_| ())); // Handed out, and then the connection is gone.
        assert_eq!(verdict(&api.take(1)[0]).0, "accepted");
    }
}

#[test]
fn an_id_that_looks_like_a_card_number_is_answered_and_not_logged() {
    let (api, function) = start(&[]);
    api.send_event(event("Lambda-Runtime-Aws-Request-Id: 4111111111111111\r\n"));
    assert_eq!(verdict(&api.take(1)[0]).0, "accepted");
    function.terminate();
    let (_, output, _) = function.finish();
    assert!(output.contains("payment decided") && !output.contains("411111"), "{output}");
}
