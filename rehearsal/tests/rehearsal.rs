//! Rehearsals, short ones: what they show, and that the judge sees what is done wrong on purpose.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_rehearsal");
/// Of whom nothing else is on the machine. Source: Debian Policy, 9.2.2.
const NOBODY: u32 = 65_534;
/// As short as the loss of a zone can be: it comes after a quarter of the time.
const SHORT: [&str; 3] = ["--rate=30", "--for=12", "--format=json"];

fn rehearse(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(SHORT).args(arguments).output().unwrap()
}

/// The report of one run, and whether it ended well.
fn report(arguments: &[&str]) -> (Value, bool) {
    let output = rehearse(arguments);
    let text = String::from_utf8_lossy(&output.stdout);
    let said = String::from_utf8_lossy(&output.stderr);
    let mut reports: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}\n{said}"));
    assert_eq!(reports.len(), 1, "{said}");
    (reports.remove(0), output.status.success())
}

fn has_event(report: &Value, what: &str) -> bool {
    report["events"].as_array().unwrap().iter().any(|event| event["what"].as_str().unwrap().contains(what))
}

/// Nothing that was acknowledged is lost, though the zone that is lost has the writer.
fn assert_survives(report: &Value) {
    let verdict = &report["verdict"];
    assert_eq!((&verdict["lost"], &verdict["stored_twice"]), (&0.into(), &0.into()), "{report:#}");
    // How many of them in time is a matter of the machine, and of what else it does.
    assert!(verdict["acknowledged"].as_u64() > Some(0) && verdict["sent"] == 30 * 12, "{report:#}");
    assert!(verdict["first_after_loss"].is_u64() && report["first_payment"].is_u64(), "{report:#}");
    assert!(has_event(report, "us-east-1b writes") && has_event(report, "does not answer"), "{report:#}");
    assert!(has_event(report, "us-east-1a writes") || has_event(report, "us-east-1c writes"), "{report:#}");
}

#[test]
fn no_payment_is_lost_with_the_writers_zone() {
    let (report, holds) = report(&["--lose=zone-b"]);
    assert_survives(&report);
    assert!(holds);
}

#[test]
fn no_payment_is_lost_when_the_writers_zone_is_cut_off_and_runs_on() {
    let (report, holds) = report(&["--lose=cut-zone-b"]);
    assert_survives(&report);
    assert!(holds);
}

#[test]
fn the_judge_sees_that_the_database_commits_what_no_other_zone_has() {
    let (report, holds) = report(&["--lose=zone-b", "--sabotage=commit-without-quorum"]);
    assert!(!holds && report["verdict"]["lost"].as_u64().unwrap() > 0, "{report:#}");
}

#[test]
fn the_judge_sees_that_the_service_acknowledges_before_it_commits() {
    let (report, holds) = report(&["--lose=zone-b", "--sabotage=acknowledge-before-commit"]);
    assert!(!holds && report["verdict"]["lost"].as_u64().unwrap() > 0, "{report:#}");
}

#[test]
fn without_a_loss_every_payment_is_acknowledged_the_first_time() {
    let (report, holds) = report(&[]);
    assert!(holds, "{report:#}");
    let verdict = &report["verdict"];
    assert_eq!((&verdict["acknowledged"], &verdict["lost"]), (&360.into(), &0.into()), "{report:#}");
}

#[test]
fn a_zone_that_is_none_is_told_with_what_can_be_given() {
    let output = rehearse(&["--lose=b"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("give zone-a, zone-b or zone-c"));
}

#[test]
fn a_stack_without_an_endpoint_for_the_function_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("paytf.toml");
    fs::write(&config, "profile = \"development\"\n").unwrap();
    let output = rehearse(&[&format!("--config={}", config.display())]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("no endpoint for Lambda"), "{output:?}");
}

/// As root the test does what an ordinary user would; an ordinary user does so anyway.
#[test]
fn an_ordinary_user_can_rehearse_or_is_told_what_to_allow() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("rehearsal");
    let mut command = if nix::unistd::geteuid().is_root() {
        // Where this program is, not everyone may be.
        fs::copy(PROGRAM, &program).unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let mut command = Command::new(&program);
        command.uid(NOBODY).gid(NOBODY).current_dir("/");
        command
    } else {
        Command::new(PROGRAM)
    };
    let output = command.args(SHORT).arg("--lose=zone-b").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("allow user namespaces") {
        return;
    }
    let mut reports: Vec<Value> =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    assert_survives(&reports.remove(0));
}

#[test]
fn nothing_is_left_when_the_rehearsal_is_killed() {
    let before = mounts();
    let mut child = Command::new(PROGRAM).args(SHORT).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
    said.find(|line| line.as_ref().unwrap().contains("payments flow")).unwrap().unwrap();
    let all = family(child.id());
    assert!(all.len() > 20, "too few are found for what runs: {all:?}");
    child.kill().unwrap();
    child.wait().unwrap();
    let since = Instant::now();
    while all.iter().any(|process| Path::new(&format!("/proc/{process}")).exists()) {
        assert!(since.elapsed() < Duration::from_secs(15), "{all:?} are left");
        thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(mounts(), before);
}

/// What is mounted where a rehearsal keeps everything.
fn mounts() -> Vec<String> {
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap();
    mounts.lines().filter(|line| line.contains(" /mnt ")).map(str::to_owned).collect()
}

/// A process and all that it has started.
fn family(process: u32) -> Vec<u32> {
    let mut all = vec![process];
    let mut place = 0;
    while let Some(process) = all.get(place) {
        for task in fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten() {
            let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
            all.extend(children.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        }
        place += 1;
    }
    all
}
