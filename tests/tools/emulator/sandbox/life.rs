//! The commands of the README, in the order in which a reader meets them.

use super::{entries, folder, paytf, processes_of};
use assert_cmd::Command;
use paytf::sandbox::{Api, Record};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

/// The README's commands of the sandbox, without what comes before their arguments.
fn commands() -> Vec<String> {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let blocks = readme.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let lines = blocks.flat_map(str::lines).map(|line| line.split(" #").next().unwrap().trim());
    let arguments = lines.filter_map(|line| {
        line.strip_prefix("cargo run --release -- ").or(line.strip_prefix("paytf "))
    });
    arguments.filter(|arguments| arguments.starts_with("sandbox")).map(str::to_owned).collect()
}

/// Runs a command; gives what it says on both streams.
fn run(folder: &TempDir, command: &str, code: i32) -> String {
    let arguments: Vec<_> = command.split_whitespace().collect();
    let assert = Command::from_std(paytf(folder, &arguments)).assert().code(code);
    let output = assert.get_output();
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// The cells of the zones, in the first line of a table that has these words.
fn cells(message: &str, words: &str) -> Vec<String> {
    let line = message
        .lines()
        .find(|line| line.starts_with('│') && line.contains(words))
        .unwrap_or_else(|| panic!("no {words} in {message}"));
    line.split(['│', '┆']).map(|cell| cell.trim().to_owned()).skip(3).take(3).collect()
}

/// Which instance writes is up to the order in which they were created; that one does, and the
/// others read, is not.
fn has_one_writer(message: &str, instances: usize) -> bool {
    let cells = cells(message, "Aurora instance");
    let now: Vec<_> = cells.iter().map(|cell| cell.split(" → ").last().unwrap()).collect();
    let count = |role| now.iter().filter(|cell| **cell == role).count();
    (count("writer"), count("reader")) == (1, instances - 1)
}

/// Ends the emulator when the test fails before it has.
struct Ending<'a>(&'a TempDir);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        let _ = record(self.0).map(|record| record.endpoint.end());
    }
}

fn record(folder: &TempDir) -> Option<Record> {
    serde_json::from_slice(&fs::read(folder.path().join(".paytf-sandbox/demo/sandbox.json")).ok()?)
        .ok()
}

/// Creates a queue behind Terraform's back; the calls that follow take it away again.
fn queue(folder: &TempDir, operation: &str, parameters: Value) -> Value {
    let api = Api::at(
        record(folder).unwrap().endpoint,
        &crate::support::toolbox().unwrap(),
        folder.path(),
    )
    .unwrap();
    let answer = api.ask("sqs", operation, parameters).unwrap();
    fs::remove_file(folder.path().join("ask.log")).unwrap();
    answer
}

#[test]
fn a_sandbox_lives_its_whole_life_as_the_readme_says() {
    let commands = commands();
    let [start, drill, heal, down] = &commands[..] else {
        panic!("the README has other commands: {commands:?}")
    };
    let folder = folder();
    let _ending = Ending(&folder);

    // The tests of `emulator::life` apply production.
    let start = &format!("{start} --profile development");
    let message = run(&folder, start, 0);
    assert!(has_one_writer(&message, 3), "{message}");
    assert_eq!(cells(&message, "way out of the app subnets"), ["own gateway"; 3]);
    assert!(
        message.contains("load_balancer_dns_name")
            && message.contains("aws --endpoint-url http://127.0.0.1:"),
        "{message}"
    );
    assert_eq!(entries(folder.path()), [".paytf-sandbox"]);
    assert_eq!(processes_of(&folder).len(), 1, "the emulator runs on, and nothing else");

    let again = run(&folder, start, 2);
    assert!(
        again.contains("the sandbox `demo` is running already, at http://127.0.0.1:"),
        "{again}"
    );

    let message = run(&folder, drill, 0);
    assert!(
        has_one_writer(&message, 2) && cells(&message, "Aurora instance")[1].ends_with("er → –"),
        "{message}"
    );
    assert_eq!(
        cells(&message, "way out of the app subnets"),
        ["own gateway", "own gateway → none", "own gateway"]
    );
    assert_eq!(cells(&message, "load balancer's subnets"), ["1", "1 → –", "1"]);
    assert!(message.contains("create module.database.aws_rds_cluster_instance.b"), "{message}");
    assert!(message.contains("create module.network.aws_nat_gateway.public_b"), "{message}");

    let message = run(&folder, heal, 0);
    assert_eq!(cells(&message, "NAT gateways"), ["1"; 3]);
    assert!(
        has_one_writer(&message, 3)
            && message.contains("Healed: a second plan finds nothing to change."),
        "{message}"
    );

    let queue_url =
        queue(&folder, "create_queue", json!({"QueueName": "forgotten"}))["QueueUrl"].take();
    let message = run(&folder, down, 1);
    assert!(
        message.contains("left: 1 resources remain")
            && message.contains(&format!("sqs {}", queue_url.as_str().unwrap())),
        "{message}"
    );
    assert_eq!(processes_of(&folder).len(), 1, "the emulator runs on, so that one can look");
    queue(&folder, "delete_queue", json!({"QueueUrl": queue_url}));

    let message = run(&folder, down, 0);
    assert!(message.contains("of all that Terraform created nothing is left"), "{message}");
    assert_eq!(processes_of(&folder), [""; 0]);
    assert_eq!(entries(folder.path()), [""; 0]);
}
