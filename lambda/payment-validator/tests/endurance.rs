//! The deployed binary answers every request of a long run, whatever its body and its headers hold,
//! in one process.
//!
//! Seeded. `REQUESTS=1000000 cargo test -p payment-validator --test endurance` is the whole of it;
//! without `REQUESTS` it is a small part.

// The hosts that build the binary themselves.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/deployed.rs"]
mod deployed;
#[path = "support/mutation.rs"]
mod mutation;
#[allow(dead_code, reason = "other tests use the rest")]
#[path = "support/runtime_api.rs"]
mod runtime_api;

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    thread,
};

use corpus::requests;
use fastrand::Rng;
use runtime_api::{Event, RuntimeApi};
use serde_json::{Value, json};

/// Part of the card numbers that are planted in bodies and headers, in digits no id or time has.
const PLANTED: [&str; 2] = ["411111111111", "555555555555"];

const VALUES: &[&[u8]] = &[
    b"",
    b"{}",
    b"null",
    b"{\"custom\":{\"n\":1}}",
    b"{\"custom\":{\"n\":null}}",
    b"{\"client\":{\"installation_id\":4111111111111111}}",
    b"{\"cognitoIdentityId\":1}",
    b"{\"cognitoIdentityId\":\"us-east-1:1\"}",
    b"\xc3\xbc\xe4\xbd\xa0",
    b"\xff\xfe\x00\x01",
    b"5555555555554444",
    b"Root=1;Parent=2;Sampled=x",
    b"9999999999999999999999",
    b"-1",
    b"a: b: c",
];

const NAMES: &[&str] = &[
    "Lambda-Runtime-Client-Context",
    "Lambda-Runtime-Cognito-Identity",
    "Lambda-Runtime-Deadline-Ms",
    "Lambda-Runtime-Invoked-Function-Arn",
    "Lambda-Runtime-Trace-Id",
    "Lambda-Runtime-Aws-Tenant-Id",
    "Content-Type",
    "Date",
    "X-Other",
    "",
];

/// The headers of an invocation: its id somewhere among random ones, or, one in 50, nowhere.
fn headers(rng: &mut Rng, id: &str) -> (Vec<u8>, bool) {
    let mut lines: Vec<Vec<u8>> = (0..rng.usize(..7))
        .map(|_| {
            let mut value = VALUES[rng.usize(..VALUES.len())].to_vec();
            if rng.bool() {
                value
                    .extend((0..rng.usize(..40)).map(|_| rng.u8(..)).filter(|byte| *byte != b'\n'));
            }
            [
                NAMES[rng.usize(..NAMES.len())].as_bytes(),
                if rng.u8(..20) == 0 { b"" } else { b": " },
                &value,
            ]
            .concat()
        })
        .filter(|line| !line.is_empty() && line != b"\r")
        .collect();
    let has_id = rng.u8(..50) != 0;
    if has_id {
        let line = format!("Lambda-Runtime-Aws-Request-Id: {id}").into_bytes();
        lines.insert(rng.usize(..=lines.len()), line);
    }
    (lines.into_iter().flat_map(|line| [&line[..], b"\r\n"].concat()).collect(), has_id)
}

/// The event: a request of the corpus, every second one changed, or a batch with it.
fn body(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let input = if rng.bool() {
        seeds[rng.usize(..seeds.len())].clone()
    } else {
        mutation::input(rng, seeds)
    };
    if rng.u8(..8) != 0 {
        return input;
    }
    let message = json!({
        "messageId": format!("message-{}", rng.u32(..)), "body": String::from_utf8_lossy(&input),
        "eventSourceARN": "arn:aws:sqs:us-east-1:123456789012:q", "attributes": {
            "SentTimestamp": "1795348800000"
        },
    });
    json!({ "Records": [message] }).to_string().into_bytes()
}

#[test]
fn one_process_answers_every_request_and_never_ends() {
    let count: u64 =
        env::var("REQUESTS").map_or(20_000, |text| text.parse().expect("REQUESTS is a number"));
    let seeds: Vec<_> =
        ["accepted", "rejected"].into_iter().flat_map(requests).map(|(_, bytes)| bytes).collect();
    let api = RuntimeApi::start();
    let mut command = Command::new(deployed::deployed());
    command
        .env_clear()
        .env("AWS_LAMBDA_RUNTIME_API", api.address())
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    let mut process = command.spawn().expect("the function starts");
    let output = process.stdout.take().expect("piped");
    let reader = thread::spawn(move || {
        let mut lines = 0_u64;
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8(line.expect("readable")).expect("every line is UTF-8");
            let _: Value = serde_json::from_str(&line).expect("every line is JSON");
            assert!(!PLANTED.iter().any(|planted| line.contains(planted)), "{line}");
            lines += 1;
        }
        lines
    });
    let (mut responses, mut errors, mut unanswerable) = (0_u64, 0_u64, 0_u64);
    for number in 0..count {
        let mut rng = Rng::with_seed(number);
        let id = format!("{:08x}-0000-4000-8000-00000000000a", number);
        let (headers, has_id) = headers(&mut rng, &id);
        let chunk = (rng.u8(..10) == 0).then(|| rng.usize(1..200));
        // An event that cannot be answered makes the function wait; it is sent less often.
        let (headers, has_id) = match has_id || number % 20 == 0 {
            true => (headers, has_id),
            false => (format!("lambda-runtime-aws-request-id:{id}\r\n").into_bytes(), true),
        };
        api.send_event(Event {
            status: 200,
            headers: Some(headers),
            chunk,
            body: body(&mut rng, &seeds),
        });
        if !has_id {
            unanswerable += 1;
            continue;
        }
        let posted = api.take(1).remove(0);
        let path = format!("/2018-06-01/runtime/invocation/{id}/");
        match posted.path.strip_prefix(&path) {
            Some("response") => responses += 1,
            Some("error") => errors += 1,
            _ => panic!("request {number}: {posted:?}"),
        }
        let answer: Value = serde_json::from_str(&posted.body).expect("an answer is JSON");
        assert!(
            answer.is_object() && !PLANTED.iter().any(|planted| posted.body.contains(planted)),
            "{answer}"
        );
        if number % 1_000 == 0 {
            assert!(
                process.try_wait().expect("a child").is_none(),
                "the process ended at request {number}"
            );
        }
    }
    assert!(process.try_wait().expect("a child").is_none(), "the process ended");
    process.kill().expect("it still runs");
    _ = process.wait();
    let lines = reader.join().expect("the output is as it should be");
    _ = writeln!(
        std::io::stdout(),
        "{count} requests: {responses} responses, {errors} errors, {unanswerable} without an id; \
         {lines} lines logged"
    );
    assert_eq!(responses + errors + unanswerable, count);
    assert!(
        responses > count / 2 && errors > count / 100,
        "{responses} responses, {errors} errors"
    );
}
