//! The machine on which it is rehearsed stays as it is.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::{PROGRAM, SHORT, assert_survives};

/// Of whom nothing else is on the machine. Source: Debian Policy, 9.2.2.
const NOBODY: u32 = 65_534;

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
    let message = String::from_utf8_lossy(&output.stderr);
    if message.contains("allow user namespaces") {
        return;
    }
    let mut reports: Vec<Value> =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {message}"));
    assert_survives(&reports.remove(0));
}

/// A rehearsal in which payments flow, and all that it has started.
fn started() -> (Child, Vec<u32>) {
    let mut child = Command::new(PROGRAM)
        .args(SHORT)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut message = BufReader::new(child.stderr.take().unwrap()).lines();
    message.find(|line| line.as_ref().unwrap().contains("payments flow")).unwrap().unwrap();
    let all = family(child.id());
    assert!(all.len() > 20, "too few are found for what runs: {all:?}");
    (child, all)
}

/// Whether root may make namespaces as an ordinary user here.
fn may_ordinary_users_make_namespaces() -> bool {
    let mut command = Command::new("unshare");
    command
        .args(["--user", "--map-current-user", "--keep-caps", "--net", "true"])
        .uid(NOBODY)
        .gid(NOBODY);
    command.current_dir("/").output().unwrap().status.success()
}

#[test]
fn root_first_becomes_an_ordinary_user() {
    if !nix::unistd::geteuid().is_root() || !may_ordinary_users_make_namespaces() {
        return;
    }
    let (mut child, all) = started();
    for process in all.iter().filter(|process| **process != child.id()) {
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let users = status.lines().find(|line| line.starts_with("Uid:")).unwrap();
        assert!(
            users.split_whitespace().skip(1).all(|user| user == NOBODY.to_string()),
            "{process}: {users}"
        );
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn nothing_is_left_when_the_rehearsal_is_killed() {
    let before = mounts();
    let (mut child, all) = started();
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
