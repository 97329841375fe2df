use serde_json::json;

use crate::{answer, batch, corpus::requests, start};

fn bodies(folder: &str) -> Vec<String> {
    requests(folder).into_iter().map(|(_, body)| String::from_utf8(body).expect("UTF-8")).collect()
}

fn failed(numbers: impl IntoIterator<Item = usize>) -> serde_json::Value {
    let items: Vec<_> =
        numbers.into_iter().map(|n| json!({ "itemIdentifier": format!("message-{n}") })).collect();
    json!({ "batchItemFailures": items })
}

#[test]
fn only_the_failed_messages_of_a_batch_return() {
    let (api, _function) = start(&[]);
    let (good, bad) = (bodies("accepted"), bodies("rejected"));
    let mixed = [
        good[0].clone(),
        bad[0].clone(),
        good[1].clone(),
        "not JSON".to_owned(),
        bad[1].clone(),
        good[2].clone(),
    ];
    assert_eq!(answer(&api.invoke(batch("sqs-payments", &mixed))), failed([1, 3, 4]));
    assert_eq!(answer(&api.invoke(batch("sqs-payments", &good))), failed([]));
    assert_eq!(answer(&api.invoke(batch("sqs-payments", &bad))), failed(0..bad.len()));
    assert_eq!(answer(&api.invoke(batch("sqs-payments", &[]))), failed([]));
}

#[test]
fn nothing_overtakes_a_failed_message_of_an_ordered_queue() {
    let (api, _function) = start(&[]);
    let (good, bad) = (bodies("accepted"), bodies("rejected"));
    let mixed = [good[0].clone(), bad[0].clone(), good[1].clone(), good[2].clone()];
    assert_eq!(answer(&api.invoke(batch("sqs-payments.fifo", &mixed))), failed([1, 2, 3]));
}

#[test]
fn a_message_is_judged_at_the_time_it_was_sent_however_late_it_comes() {
    let (api, _function) = start(&[]);
    let event = batch("sqs-payments", &bodies("accepted"));
    let late = event.replace("\"SentTimestamp\":\"17953", "\"SentTimestamp\":\"17963");
    assert_ne!(event, late);
    assert_eq!(answer(&api.invoke(&event)), failed([]));
    assert_eq!(answer(&api.invoke(late)), failed(0..bodies("accepted").len()));
}

#[test]
fn records_that_are_not_sqs_messages_fail_the_invocation_so_that_no_message_is_lost() {
    let (api, _function) = start(&[]);
    let event = batch("sqs-payments", &bodies("accepted"));
    let broken = [
        "{\"Records\":{}}".to_owned(),
        "{\"Records\":[{\"Sns\":{}}]}".to_owned(),
        event.replace("messageId", "message_id"),
        event.replace("SentTimestamp", "Sent"),
        event.replace("\"SentTimestamp\":\"", "\"SentTimestamp\":\"x"),
        event.replace(
            "\"SentTimestamp\":\"",
            "\"SentTimestamp\":\"99999999999999999999999999999999999",
        ),
    ];
    for event in broken {
        let posted = api.invoke(&event);
        assert!(posted.path.ends_with("/error"), "{posted:?}");
        assert!(posted.body.contains("InvocationError"), "{posted:?}");
    }
}

#[test]
fn a_batch_of_six_megabytes_is_answered() {
    let (api, _function) = start(&[]);
    let large = format!("{}{}", bodies("accepted")[0], " ".repeat(600_000));
    let event = batch("sqs-payments", &vec![large; 10]);
    assert!(event.len() > 6_000_000);
    assert_eq!(answer(&api.invoke(event)), failed(0..10));
}

#[test]
fn two_lists_of_records_fail_the_invocation_so_that_no_message_is_taken_for_done() {
    let (api, _function) = start(&[]);
    let event = batch("sqs-payments", &bodies("accepted"));
    let twice = event.replacen('{', "{\"Records\":[],", 1);
    assert!(api.invoke(twice).path.ends_with("/error"));
    // A request that only mentions them is a request.
    let posted = api.invoke("{\"Records\":null,\"note\":\"x\"}");
    assert!(posted.path.ends_with("/response"), "{posted:?}");
}

#[test]
fn ids_that_sqs_does_not_give_fail_the_invocation() {
    let (api, _function) = start(&[]);
    let event = batch("sqs-payments", &bodies("accepted")[..1]);
    let long = "a".repeat(101);
    for id in
        ["", " ", "a b", "a\\u0000", "<b>", "é", &long, "4111111111111111", "4111-1111-1111-1111"]
    {
        let posted = api.invoke(event.replace("message-0", id));
        assert!(posted.path.ends_with("/error"), "{id}: {posted:?}");
    }
    for id in ["059f36b4-87a3-44ab-83d2-661975830a7d", "12345678-1234-1234-1234-123456789012"] {
        let posted = api.invoke(event.replace("message-0", id));
        assert!(posted.path.ends_with("/response"), "{id}: {posted:?}");
    }
}
