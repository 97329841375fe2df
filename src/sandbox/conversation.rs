//! Talks to a Python program of the emulator, line by line.

use std::{
    env,
    fs::File,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use anyhow::{Context, Result, bail};

use super::{Toolbox, process::in_its_own_group, tool::search_path};

/// Names patches to leave out, to find out whether they are still needed
/// (src/sandbox/emulator/README.md).
const WITHOUT: &str = "EMULATOR_WITHOUT";

/// A running program; it ends with the value, or with the process that holds it.
pub struct Conversation {
    child: Option<Child>,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    log: PathBuf,
}

impl Conversation {
    /// Starts a program of the emulator, with a log of its own in `logs`.
    pub fn start(
        toolbox: &Toolbox,
        program: &str,
        argument: &str,
        environment: &[(&str, &str)],
        logs: &Path,
    ) -> Result<Self> {
        let log = logs.join(program).with_extension("log");
        let mut command = Command::new(toolbox.python()?);
        command.arg("-B").arg(toolbox.emulator_sources()?.join(program)).arg(argument);
        // Pass nothing on from the user's environment: no AWS profiles, proxies or settings of
        // moto.
        command
            .env_clear()
            .env("PATH", search_path())
            .env("HOME", logs)
            .envs(environment.iter().copied());
        command.envs(env::var_os(WITHOUT).map(|names| (WITHOUT, names)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(File::create(&log)?);
        // Keep it running after a Ctrl-C, since it is still needed then; it ends when its input
        // closes.
        in_its_own_group(&mut command);
        let mut child = command.spawn().with_context(|| format!("{program} cannot be started"))?;
        let input = child.stdin.take().context("no pipe to the process")?;
        let output = BufReader::new(child.stdout.take().context("no pipe from the process")?);
        Ok(Self { child: Some(child), input, output, log })
    }

    /// Says one line.
    pub fn write_line(&mut self, line: &str) -> Result<()> {
        writeln!(self.input, "{line}").context("the process ended")
    }

    /// Hears one line.
    pub fn read_line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("the process ended:\n{}", std::fs::read_to_string(&self.log)?);
        }
        Ok(line)
    }

    /// Leaves the program running.
    pub fn let_go(mut self) {
        self.child = None;
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // Both may fail only because the process has ended already.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
