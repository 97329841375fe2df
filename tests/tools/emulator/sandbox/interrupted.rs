//! Ctrl-C: Terraform ends in order, the emulator with it, and nothing is left.

use super::{entries, folder, paytf};
use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// The processes that descend from a process: Terraform, its provider, the emulator, and who asks
/// it.
fn descendants(ancestor: u32) -> BTreeMap<i32, String> {
    let listed = Command::new("ps").args(["-A", "-ww", "-o", "pid=,ppid=,args="]).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let processes: Vec<(i32, i32, String)> = listed
        .lines()
        .map(|line| {
            let mut words = line.split_whitespace();
            let mut number = || words.next().unwrap().parse().unwrap();
            (number(), number(), words.collect::<Vec<_>>().join(" "))
        })
        .collect();
    let mut found = BTreeMap::new();
    let mut parents = vec![ancestor as i32];
    while let Some(parent) = parents.pop() {
        for (id, _, program) in processes.iter().filter(|process| process.1 == parent) {
            found.insert(*id, program.clone());
            parents.push(*id);
        }
    }
    found
}

/// What runs during the apply.
const PROGRAMS: [&str; 4] = ["terraform apply", "terraform-provider-aws", "emulator.py", "ask.py"];

#[test]
fn an_interrupt_during_the_apply_leaves_no_process_and_no_file() {
    let folder = folder();
    let mut command = paytf(&folder, &["sandbox", "--suffix", "demo", "--profile", "development"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut messages = vec![];
    let mut running = BTreeMap::new();
    for line in BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap) {
        if running.is_empty() && line.contains("terraform apply: ") {
            let found = descendants(child.id());
            // On a busy machine Terraform has not started its provider when it is first told of.
            if PROGRAMS.iter().all(|program| found.values().any(|line| line.contains(program))) {
                running = found;
                kill_process(Pid::from_child(&child), Signal::INT).unwrap();
            }
        }
        messages.push(line);
    }
    assert_eq!(child.wait().unwrap().code(), Some(130), "{messages:#?}");
    assert!(
        messages.last().unwrap().starts_with("Interrupted: Terraform and the emulator have ended"),
        "{messages:#?}"
    );
    running.retain(|id, _| test_kill_process(Pid::from_raw(*id).unwrap()).is_ok());
    assert!(running.is_empty(), "still there: {running:#?}");
    assert_eq!(entries(folder.path()), [""; 0]);
}
