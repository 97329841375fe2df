//! Runs other programs, and passes interrupts to them.

use std::{
    io::{BufRead, BufReader, Read, Seek},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use anyhow::{Context, Result};

/// The user wants an end: Ctrl-C, or a request to terminate.
#[derive(Debug, thiserror::Error)]
#[error("interrupted")]
pub struct Interrupted;

/// Hands interrupts on to the program that runs, so that it can end in order, and remembers that
/// there was one.
#[derive(Debug, Clone, Default)]
pub struct Interrupts(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    caught: bool,
    interrupted: bool,
    running: Vec<u32>,
}

/// A program that has ended.
pub struct Ended {
    /// Its exit code; -1 when a signal ended it.
    pub code: i32,
    /// What it wrote to its standard output.
    pub stdout: String,
    /// What it wrote to its standard error.
    pub stderr: String,
}

impl Interrupts {
    /// Catches Ctrl-C, SIGTERM and SIGHUP from now on; without this they end paytf, as they end any
    /// program.
    ///
    /// # Errors
    /// When they are caught already.
    pub fn catch() -> Result<Self> {
        let interrupts = Self::default();
        interrupts.state().caught = true;
        let handler = interrupts.clone();
        ctrlc::set_handler(move || handler.hand_on()).context("interrupts cannot be caught")?;
        Ok(interrupts)
    }

    /// Fails once there was an interrupt.
    ///
    /// # Errors
    /// [`Interrupted`]
    pub fn check(&self) -> Result<(), Interrupted> {
        if self.state().interrupted { Err(Interrupted) } else { Ok(()) }
    }

    /// Runs a program to its end; `heard` gets each line of its standard output as it comes.
    ///
    /// # Errors
    /// When it cannot be started, or was interrupted.
    pub fn run(&self, command: &mut Command, heard: &mut dyn FnMut(&str)) -> Result<Ended> {
        let mut errors = tempfile::tempfile()?;
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors.try_clone()?);
        let mut child = self.spawn(command)?;
        let stdout = listen(&mut child, heard);
        // Its output is closed, so it ends; from now on its number may come to be another
        // program's.
        self.state().running.retain(|id| *id != child.id());
        let code = child.wait()?.code().unwrap_or(-1);
        self.check()?;
        let mut stderr = Vec::new();
        errors.rewind()?;
        errors.read_to_end(&mut stderr)?;
        Ok(Ended { code, stdout: stdout?, stderr: String::from_utf8_lossy(&stderr).into_owned() })
    }

    /// Starts a program under the lock, so that no interrupt can come between the start and its
    /// entry.
    fn spawn(&self, command: &mut Command) -> Result<Child> {
        let mut state = self.state();
        if state.interrupted {
            return Err(Interrupted.into());
        }
        if state.caught {
            in_its_own_group(command);
        }
        let child = command
            .spawn()
            .with_context(|| format!("{:?} cannot be started", command.get_program()))?;
        state.running.push(child.id());
        Ok(child)
    }

    fn hand_on(&self) {
        let mut state = self.state();
        state.interrupted = true;
        state.running.iter().for_each(|id| interrupt(*id));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn listen(child: &mut Child, heard: &mut dyn FnMut(&str)) -> Result<String> {
    let mut output = BufReader::new(child.stdout.take().context("no pipe from the program")?);
    let mut all = String::new();
    loop {
        let begin = all.len();
        if output.read_line(&mut all)? == 0 {
            return Ok(all);
        }
        heard(all[begin..].trim_end());
    }
}

/// A terminal sends Ctrl-C to the whole group: a program in it would be interrupted twice, and
/// Terraform then gives up at once. <https://developer.hashicorp.com/terraform/cli/commands/apply>
#[cfg(unix)]
pub(super) fn in_its_own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
pub(super) fn in_its_own_group(_: &mut Command) {}

#[cfg(unix)]
fn interrupt(id: u32) {
    let id = i32::try_from(id).ok().and_then(rustix::process::Pid::from_raw);
    // It fails only when the program has just ended.
    let _ = id.map(|id| rustix::process::kill_process(id, rustix::process::Signal::INT));
}

/// Does nothing: without signals, the console itself sends the interrupt to every program.
#[cfg(not(unix))]
fn interrupt(_: u32) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_heard_and_both_streams_are_kept() -> Result<()> {
        let mut lines = vec![];
        let script = "echo one; echo two >&2; echo three; exit 3";
        let ended = Interrupts::default()
            .run(Command::new("sh").args(["-c", script]), &mut |line| {
                lines.push(line.to_owned())
            })?;
        assert_eq!((ended.code, &*ended.stdout, &*ended.stderr), (3, "one\nthree\n", "two\n"));
        assert_eq!(lines, ["one", "three"]);
        Ok(())
    }

    const ORDERLY: &str = "import signal, sys\nsignal.signal(signal.SIGINT, lambda *_: \
                           sys.exit(print('ended in order')))\nprint('ready')\nwhile True: \
                           signal.pause()";

    #[test]
    fn an_interrupt_reaches_the_program_and_nothing_runs_after_it() {
        let interrupts = Interrupts::default();
        // Not a shell: where interrupts were ignored when it began, as behind `&` in a script,
        // POSIX forbids it to trap them.
        let mut orderly = Command::new("python3");
        orderly.args(["-uc", ORDERLY]);
        let mut lines = vec![];
        let result = interrupts.run(&mut orderly, &mut |line| {
            lines.push(line.to_owned());
            if line == "ready" {
                interrupts.hand_on();
            }
        });
        assert!(result.err().expect("it was interrupted").is::<Interrupted>());
        assert_eq!(lines, ["ready", "ended in order"]);
        assert!(interrupts.run(&mut Command::new("true"), &mut |_| ()).is_err());
    }
}
