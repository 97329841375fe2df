//! The namespaces that the fabric runs in, created by `unshare` of util-linux.
//!
//! A PID namespace, so that the kernel ends every process in there once the first one has ended; a
//! network namespace, so that nothing is done to the machine's network; a mount namespace, so that
//! what is mounted goes with it; and for whoever is not root a user namespace, in which everyone
//! may do this. Source: user_namespaces(7), pid_namespaces(7), unshare(1).

use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Error, Result};

/// `--kill-child` so that the first process ends with `unshare`, too.
const APART: [&str; 5] = ["--net", "--mount", "--pid", "--fork", "--kill-child"];
/// Every user stays who they are, but for what belongs to these namespaces they have root's
/// capabilities.
const AS_USER: [&str; 3] = ["--user", "--map-current-user", "--keep-caps"];

/// A way to make namespaces.
struct Way {
    words: Vec<OsString>,
    /// The user to run as, if not the current one.
    user: Option<u32>,
}

impl Way {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]);
        if let Some(user) = self.user {
            // Where whoever asks is, that user may not be.
            command.uid(user).gid(user).current_dir("/");
        }
        command
    }
}

/// A command that runs a program as the first process of namespaces of its own: of a user namespace
/// where that is allowed, else by `sudo`. The program is given its arguments by the caller.
///
/// # Errors
/// When neither is possible on this machine: what to allow.
pub fn isolated(program: &Path) -> Result<Command> {
    first_possible(program, None)
}

/// As [`isolated`], but root first becomes an ordinary user, where such a user may make namespaces.
/// The program is one that this user may read.
///
/// # Errors
/// When there is no way on this machine: what to allow.
pub fn isolated_as(program: &Path, user: u32) -> Result<Command> {
    first_possible(program, Some(user))
}

fn first_possible(program: &Path, ordinary: Option<u32>) -> Result<Command> {
    let unshare = program_at("unshare", "util-linux")?.into_os_string();
    let words =
        |parts: &[&[&str]]| parts.concat().into_iter().map(OsString::from).collect::<Vec<_>>();
    let way = |before: &[&str], options: &[&[&str]], user| {
        let words = [words(&[before]), vec![unshare.clone()], words(options)].concat();
        Way { words, user }
    };
    let (plain, of_user) = (&[&APART[..]][..], &[&AS_USER[..], &APART[..]][..]);
    let ways = if nix::unistd::geteuid().is_root() {
        let first = ordinary.map(|user| way(&[], of_user, Some(user)));
        first.into_iter().chain([way(&[], plain, None), way(&[], of_user, None)]).collect()
    } else {
        vec![way(&[], of_user, None), way(&["sudo", "-n"], plain, None)]
    };
    let mut messages = Vec::new();
    for way in ways {
        match way.command().arg("true").stdin(Stdio::null()).output() {
            Ok(output) if output.status.success() => {
                let mut command = way.command();
                command.arg(program);
                return Ok(command);
            }
            Ok(output) => messages.push(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
            Err(error) => messages.push(format!("{}: {error}", way.words[0].display())),
        }
    }
    Err(Error::Namespaces(messages.join("; ")))
}

/// Where a program is: programs for root are not on the PATH of everyone.
pub fn program_at(program: &'static str, package: &'static str) -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders =
        env::split_paths(&path).chain(["/usr/sbin", "/sbin", "/usr/local/sbin"].map(PathBuf::from));
    let found = folders.map(|folder| folder.join(program)).find(|path| path.is_file());
    found.ok_or(Error::Missing { program, package })
}
