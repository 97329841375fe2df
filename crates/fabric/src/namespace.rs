//! [`Namespace`]: one network namespace, held open by a file and by no name, so that nothing of it
//! is left.

use std::fs::{self, File};
use std::io::Write;
use std::os::fd::AsRawFd;
use std::process::{Command, Stdio};
use std::thread;

use nix::sched::{CloneFlags, setns, unshare};

use crate::isolation::program_at;
use crate::{Error, Result};

/// A network namespace.
#[derive(Debug)]
pub struct Namespace(File);

const OWN: &str = "/proc/thread-self/ns/net";

impl Namespace {
    /// A new one, with nothing in it but a loopback interface that is up.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn new() -> Result<Self> {
        let made = || {
            unshare(CloneFlags::CLONE_NEWNET).map_err(Error::system("a network namespace"))?;
            File::open(OWN).map(Self).map_err(Error::system(OWN))
        };
        let namespace = thread::scope(|scope| scope.spawn(made).join())
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        for (key, value) in
            [("ipv6.conf.all.disable_ipv6", "1"), ("ipv6.conf.default.disable_ipv6", "1")]
        {
            // A kernel may have no IPv6.
            let _ = namespace.set(key, value);
        }
        namespace.ip(&["link set lo up".to_owned()])?;
        Ok(namespace)
    }

    /// Does something in here: sockets are opened, and programs started, in the namespace of the
    /// thread that does so.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn within<T: Send>(&self, act: impl FnOnce() -> T + Send) -> Result<T> {
        let go = || {
            self.enter()?;
            Ok(act())
        };
        thread::scope(|scope| scope.spawn(go).join())
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }

    /// The same one, for another owner.
    ///
    /// # Errors
    /// When no more files can be open.
    pub fn try_clone(&self) -> Result<Self> {
        self.0.try_clone().map(Self).map_err(Error::system("a network namespace"))
    }

    /// Takes this thread in here, for good.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn enter(&self) -> Result<()> {
        setns(&self.0, CloneFlags::CLONE_NEWNET)
            .map_err(Error::system("entering a network namespace"))
    }

    /// Sets something of the kernel's, as `ipv4.ip_forward`, for this namespace.
    ///
    /// # Errors
    /// When the kernel refuses, or has no such thing.
    pub fn set(&self, key: &str, value: &str) -> Result<()> {
        let path = format!("/proc/sys/net/{}", key.replace('.', "/"));
        self.within(|| fs::write(&path, value).map_err(Error::system(&path)))?
    }

    /// What `ip` does, line by line.
    ///
    /// # Errors
    /// The first line that it refuses, in its words.
    pub fn ip(&self, lines: &[String]) -> Result<()> {
        self.feed("ip", "iproute2", &["-batch", "-"], &(lines.join("\n") + "\n"))
    }

    /// The path by which `ip` finds this namespace.
    pub fn path(&self) -> Result<String> {
        // As /proc counts processes, which may be from outside of this PID namespace.
        let own = fs::read_link("/proc/self").map_err(Error::system("/proc/self"))?;
        Ok(format!("/proc/{}/fd/{}", own.display(), self.0.as_raw_fd()))
    }

    /// Runs a program in here that is told on its standard input what to do.
    pub(crate) fn feed(
        &self,
        program: &'static str,
        package: &'static str,
        arguments: &[&str],
        text: &str,
    ) -> Result<()> {
        let path = program_at(program, package)?;
        let mut command = Command::new(path);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let output = self.within(|| {
            let mut child = command.spawn()?;
            if let Some(mut stdin) = child.stdin.take() {
                // What it does not want to read, it says more about below.
                let _ = stdin.write_all(text.as_bytes());
            }
            child.wait_with_output()
        })?;
        let output = output.map_err(Error::system(program))?;
        if output.status.success() {
            return Ok(());
        }
        let message = String::from_utf8_lossy(&output.stderr);
        let line = message
            .trim()
            .rsplit_once("Command failed -:")
            .and_then(|(_, line)| line.trim().parse::<usize>().ok());
        let line =
            line.and_then(|line| text.lines().nth(line.saturating_sub(1))).unwrap_or_default();
        Err(Error::Refused { program, message: format!("{} {line}", message.trim()) })
    }
}
