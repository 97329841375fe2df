//! The sandbox as its user meets it: what it refuses, that an interrupt leaves nothing, and its
//! whole life.

mod interrupted;
mod life;
mod refused;

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// Runs paytf in a folder, with the harness's Python environment, and the AWS settings of a user
/// who has some.
fn paytf(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paytf"));
    command.current_dir(folder.path()).args(arguments);
    command.env("PAYTF_CACHE_DIR", crate::support::toolbox().unwrap().folder());
    command.envs([
        ("AWS_PROFILE", "of-the-user"),
        ("AWS_ENDPOINT_URL_EC2", "http://127.0.0.1:9"),
        ("NO_COLOR", "1"),
    ]);
    command
}

/// An empty folder; below `target/`, as everything the tests write.
fn folder() -> TempDir {
    tempfile::Builder::new().prefix("sandbox-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

/// What is in a folder.
fn entries(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// The processes that name a folder in their command line: the emulator of a sandbox does.
fn processes_of(folder: &TempDir) -> Vec<String> {
    let listed = Command::new("ps").args(["-A", "-ww", "-o", "args="]).output().unwrap();
    assert!(listed.status.success(), "ps lists processes");
    let lines = String::from_utf8(listed.stdout).unwrap();
    let own = std::env::args().next().unwrap();
    assert!(lines.contains(&own), "this test is in the list");
    lines
        .lines()
        .filter(|line| line.contains(folder.path().to_str().unwrap()))
        .map(str::to_owned)
        .collect()
}
