//! One million inputs and more, seeded, so that every run is the same: no panic, no unbounded
//! memory, no wrong answer.
//!
//! `[profile.dev.package]` in the workspace's Cargo.toml optimises the code under test, and the
//! work is split over the processor's cores: a few seconds in all. `fuzz/` holds the same for
//! libFuzzer, which never ends.

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/mutation.rs"]
mod mutation;

use std::{
    io::{Write, sink},
    thread,
};

use corpus::{NOW, requests};
use fastrand::Rng;
use mutation::input;
use payment_validator::{Handler, Journal, Level, Response, Verdict, validate};
use serde_json::{Value, json};

const INPUTS: u64 = 1_200_000;

/// The longest answer: every field refused by every one of its rules needs less.
const MAX_ANSWER_BYTES: usize = 8_192;

#[derive(Default)]
struct Tally {
    inputs: u64,
    accepted: u64,
    longest_answer: usize,
}

#[test]
fn more_than_a_million_inputs_cause_no_panic_no_long_answer_and_no_use_of_memory() {
    let seeds: Vec<_> =
        ["accepted", "rejected"].into_iter().flat_map(requests).map(|(_, bytes)| bytes).collect();
    let threads = thread::available_parallelism().map_or(1, |count| count.get() as u64).min(8);
    let before = peak_memory_kib();
    let tallies: Vec<_> = thread::scope(|scope| {
        let seeds = &seeds;
        let workers: Vec<_> =
            (0..threads).map(|worker| scope.spawn(move || work(worker, threads, seeds))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no input causes a panic")).collect()
    });
    let inputs: u64 = tallies.iter().map(|tally| tally.inputs).sum();
    let accepted: u64 = tallies.iter().map(|tally| tally.accepted).sum();
    let longest = tallies.iter().map(|tally| tally.longest_answer).max().unwrap_or_default();
    let mut out = std::io::stdout();
    _ = writeln!(out, "{inputs} inputs, {accepted} accepted, longest answer {longest} bytes");
    assert_eq!(inputs, INPUTS);
    assert!(accepted > INPUTS / 1_000, "the mutations are mild enough to reach the rules");
    assert!(longest <= MAX_ANSWER_BYTES, "{longest}");
    assert!(peak_memory_kib() - before < 32 * 1024, "{} KiB more", peak_memory_kib() - before);
}

/// Every input has its own generator, so that the inputs do not depend on the number of threads.
fn work(worker: u64, threads: u64, seeds: &[Vec<u8>]) -> Tally {
    let mut handler = Handler::new(Journal::new(sink(), Level::Error), || NOW, "test".to_owned());
    let mut tally = Tally::default();
    for number in (worker..INPUTS).step_by(threads as usize) {
        let mut rng = Rng::with_seed(number);
        let input = input(&mut rng, seeds);
        let length = match number % 4 {
            0 => handle(&mut handler, &input, rng.bool()),
            _ => decide(&input, &mut tally),
        };
        tally.inputs += 1;
        tally.longest_answer = tally.longest_answer.max(length);
    }
    tally
}

fn decide(input: &[u8], tally: &mut Tally) -> usize {
    let decision = validate(input, NOW);
    assert_eq!(decision.verdict == Verdict::Accepted, decision.failures.is_empty());
    if decision.verdict == Verdict::Accepted {
        tally.accepted += 1;
        assert_is_payable(input);
    }
    serde_json::to_string(&decision).expect("serializable").len()
}

/// What must hold of anything that is accepted, said again without the crate's own code.
fn assert_is_payable(input: &[u8]) {
    let request: Value = serde_json::from_slice(input).expect("only JSON is accepted");
    let amount = &request["amount"];
    assert!(
        amount["minor_units"]
            .as_u64()
            .is_some_and(|units| (1..=100_000_000_000_000).contains(&units)),
        "{amount}"
    );
    assert!(amount["currency"].as_str().is_some_and(|code| code.len() == 3), "{amount}");
    assert!(request["request_id"].as_str().is_some_and(|id| id.len() == 36), "{request}");
    assert!(request.as_object().is_some_and(|fields| (8..=9).contains(&fields.len())), "{request}");
}

/// The whole function: the input as the event, or as the body of a message.
fn handle<W: Write>(handler: &mut Handler<W>, input: &[u8], as_message: bool) -> usize {
    let text = String::from_utf8_lossy(input);
    let message = json!({
        "messageId": "1", "body": text, "eventSourceARN": "arn", "attributes": {
            "SentTimestamp": "1795348800000"
        },
    });
    let event =
        if as_message { json!({ "Records": [message] }).to_string() } else { text.into_owned() };
    match handler.answer("id", event.as_bytes()) {
        Ok(response @ Response::Decision(_)) => {
            serde_json::to_string(&response).expect("serializable").len()
        }
        Ok(Response::Batch(batch)) => batch.batch_item_failures.len(),
        Err(error) => error.to_string().len(),
    }
}

/// The process's peak resident memory, as Linux counts it; 0 elsewhere.
fn peak_memory_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
