//! `paytf rehearse`: runs `paytf-rehearse`, which is a separate program because it needs Linux and
//! libraries that `paytf` does not.

use std::env;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

const PROGRAM: &str = "paytf-rehearse";

/// Runs it as it is found: beside this program, else on the PATH. Its exit code is ours.
pub fn run(arguments: &[OsString]) -> Result<ExitCode> {
    let beside = env::current_exe()
        .ok()
        .map(|own| own.with_file_name(PROGRAM))
        .filter(|path| path.is_file());
    match Command::new(beside.unwrap_or_else(|| PathBuf::from(PROGRAM))).args(arguments).status() {
        Ok(status) => {
            let code = status.code().and_then(|code| u8::try_from(code).ok());
            Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "{PROGRAM} is neither beside paytf nor on the PATH; it is part of paytf's repository \
             and runs on Linux: `cargo build --release -p rehearsal` builds it"
        ),
        Err(error) => bail!("{PROGRAM} cannot be started: {error}"),
    }
}
