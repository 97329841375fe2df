//! Wrong use: one clear sentence, exit code 2, nothing begun.

use super::{entries, folder, paytf};
use assert_cmd::Command;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

/// Runs `paytf sandbox` with a PATH of one folder; it must fail as wrong use, and leave nothing.
fn refusal(arguments: &[&str], path: Option<&Path>) -> String {
    let folder = folder();
    let mut command = paytf(&folder, &[&["sandbox"], arguments].concat());
    path.map(|path| command.env("PATH", path));
    let assert = Command::from_std(command).assert().code(2).stdout("");
    assert_eq!(entries(folder.path()), [""; 0], "{arguments:?}");
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

#[test]
fn the_help_names_the_verbs_what_is_needed_and_the_exit_codes() {
    let folder = folder();
    let assert = Command::from_std(paytf(&folder, &["sandbox", "--help"])).assert().code(0);
    let help = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    for words in [
        "status",
        "heal",
        "down",
        "--drill",
        "--config",
        "--profile",
        "Python 3.11",
        "Exit codes: 0 fine; 1 ",
    ] {
        assert!(help.contains(words), "{words} is not in {help}");
    }
}

#[test]
fn a_missing_terraform_or_python_is_one_sentence_that_says_what_to_install() {
    let empty = tempfile::tempdir().unwrap();
    let message = refusal(&["--suffix", "demo"], Some(empty.path()));
    assert!(
        message.starts_with("error: `terraform` is not on PATH; install Terraform"),
        "{message}"
    );
    assert_eq!(message.lines().count(), 1, "{message}");
    symlink("/bin/sh", empty.path().join("terraform")).unwrap();
    let message = refusal(&["--suffix", "demo"], Some(empty.path()));
    assert!(
        message.starts_with("error: `python3` is not on PATH; install Python 3.11 or newer"),
        "{message}"
    );
    assert_eq!(message.lines().count(), 1, "{message}");
    symlink("/bin/false", empty.path().join("python3")).unwrap();
    let message = refusal(&["--suffix", "demo"], Some(empty.path()));
    assert!(
        message
            .contains("python3` is too old or lacks its venv module; install Python 3.11 or newer"),
        "{message}"
    );
}

#[test]
fn a_suffix_that_cannot_end_every_name_is_refused() {
    assert!(refusal(&["--suffix", "Demo"], None).contains("the upper-case letter 'D'"));
}

#[test]
fn without_a_suffix_nothing_is_started() {
    assert!(
        refusal(&[], None)
            .contains("--suffix is missing; start a sandbox with `paytf sandbox --suffix demo`")
    );
}

#[test]
fn a_configuration_with_a_mistake_is_refused_before_anything_begins() {
    let message = refusal(&["--suffix", "demo", "--config", "missing.toml"], None);
    assert!(message.contains("missing.toml"), "{message}");
}

#[test]
fn a_zone_that_is_none_is_refused_before_anything_begins() {
    let message = refusal(&["--suffix", "demo", "--drill", "zone-x"], None);
    assert!(
        message
            .contains("--drill zone-x: is no zone of this stack; allowed: zone-a, zone-b, zone-c"),
        "{message}"
    );
}

#[test]
fn the_logs_of_a_start_that_failed_are_no_sandbox() {
    let folder = folder();
    fs::create_dir_all(folder.path().join(".paytf-sandbox/failed")).unwrap();
    fs::write(folder.path().join(".paytf-sandbox/failed/emulator.log"), "").unwrap();
    for arguments in [&["down"][..], &["heal"], &["status"], &["--drill", "zone-b"]] {
        let assert =
            Command::from_std(paytf(&folder, &[&["sandbox"], arguments].concat())).assert().code(2);
        let message = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
        assert!(
            message.contains("there is no sandbox in this folder; start one with"),
            "{message}"
        );
    }
}

#[test]
fn what_needs_a_sandbox_says_how_to_start_one() {
    for arguments in [&["down"][..], &["heal"], &["status"], &["--drill", "zone-b"]] {
        let message = refusal(arguments, None);
        assert!(
            message.contains(
                "there is no sandbox in this folder; start one with `paytf sandbox --suffix demo`"
            ),
            "{message}"
        );
    }
}
