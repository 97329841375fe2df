//! [`OwnProgram`]: a copy of this program that the user it runs as can read.

use std::env;
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use nix::fcntl::{FcntlArg, FdFlag, fcntl};
use nix::sys::memfd::{MFdFlags, memfd_create};

/// This program, for whatever starts it once more.
pub struct OwnProgram {
    path: PathBuf,
    /// What the path leads to.
    _copy: Option<File>,
}

impl OwnProgram {
    /// Itself; for root, who starts it as an ordinary user, a copy in memory: not everyone may be
    /// where this program is. Nothing is left of it.
    pub fn of_everyone() -> Result<Self> {
        if !nix::unistd::geteuid().is_root() {
            return Ok(Self { path: env::current_exe()?, _copy: None });
        }
        let mut written = File::from(
            memfd_create(c"paytf-rehearse", MFdFlags::empty()).context("a file in memory")?,
        );
        io::copy(&mut File::open("/proc/self/exe")?, &mut written)
            .context("a copy of this program in memory")?;
        // A file that is open for writing cannot be started.
        let copy = File::open(fd(&written))?;
        // What is started has it open, too.
        fcntl(&copy, FcntlArg::F_SETFD(FdFlag::empty()))?;
        Ok(Self { path: fd(&copy), _copy: Some(copy) })
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn fd(file: &File) -> PathBuf {
    format!("/proc/self/fd/{}", file.as_raw_fd()).into()
}
