//! Where the fabric stands: namespaces of its own, made by `unshare` of util-linux.
//!
//! A PID namespace, so that the kernel ends every process in there once the first one has ended; a network namespace, so that
//! nothing is done to the machine's network; a mount namespace, so that what is mounted goes with it; and for whoever is not root a
//! user namespace, in which everyone may do this.
//! Source: user_namespaces(7), pid_namespaces(7), unshare(1).

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Error, Result};

/// `--kill-child` so that the first process ends with `unshare`, too.
const APART: [&str; 5] = ["--net", "--mount", "--pid", "--fork", "--kill-child"];
/// Every user stays who they are, but for what belongs to these namespaces they have root's capabilities.
const AS_USER: [&str; 3] = ["--user", "--map-current-user", "--keep-caps"];

/// A command that runs a program as the first process of namespaces of its own: of a user namespace where that is allowed, else by
/// `sudo`. The program is given its arguments by the caller.
///
/// # Errors
/// When neither is possible on this machine: what to allow.
pub fn isolated(program: &Path) -> Result<Command> {
    let unshare = program_at("unshare", "util-linux")?;
    let plain = [&[unshare.as_os_str()], &APART.map(AsRef::as_ref)[..]].concat();
    let of_user = [&[unshare.as_os_str()], &AS_USER.map(AsRef::as_ref)[..], &APART.map(AsRef::as_ref)[..]].concat();
    let by_sudo = [&["sudo".as_ref(), "-n".as_ref()], &plain[..]].concat();
    let ways = if nix::unistd::geteuid().is_root() { [plain, of_user] } else { [of_user, by_sudo] };
    let mut messages = Vec::new();
    for way in ways {
        let mut command = Command::new(way[0]);
        command.args(&way[1..]);
        let tried = Command::new(way[0]).args(&way[1..]).arg("true").stdin(Stdio::null()).output();
        match tried {
            Ok(output) if output.status.success() => {
                command.arg(program);
                return Ok(command);
            }
            Ok(output) => messages.push(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
            Err(error) => messages.push(format!("{}: {error}", way[0].display())),
        }
    }
    Err(Error::Namespaces(messages.join("; ")))
}

/// Where a program is: programs for root are not on the PATH of everyone.
pub fn program_at(program: &'static str, package: &'static str) -> Result<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain(["/usr/sbin", "/sbin", "/usr/local/sbin"].map(PathBuf::from));
    let found = folders.map(|folder| folder.join(program)).find(|path| path.is_file());
    found.ok_or(Error::Missing { program, package })
}
