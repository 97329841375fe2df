//! [`Sandbox`]: a fabric in a process of its own, which is asked over its standard input and
//! answers on its standard output.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::time::Duration;

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use serde::{Deserialize, Serialize};

use crate::fabric::{Fabric, Refusal};
use crate::isolation::isolated;
use crate::network::Network;
use crate::probe::{Answer, Listeners, Probe, ask};
use crate::{Error, Result};

/// A question: of this network, or of the one before.
#[derive(Debug, Serialize, Deserialize)]
struct Question {
    network: Option<Network>,
    probes: Vec<Probe>,
    patience: Duration,
}

/// A fabric in a process of its own. It ends, and all of it with it, when this is dropped or when
/// this process ends.
#[derive(Debug)]
pub struct Sandbox {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Sandbox {
    /// Starts this program once more in namespaces of its own, with these arguments. There it has
    /// to call [`serve`].
    ///
    /// # Errors
    /// When namespaces are not allowed on this machine.
    pub fn start(arguments: &[&str]) -> Result<Self> {
        let own = env::current_exe().map_err(Error::system("the path of this program"))?;
        let mut command = isolated(&own)?;
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(Error::system("starting the fabric"))?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let output = output.ok_or_else(|| Error::Inside("it has no output".to_owned()))?;
        Ok(Self { child, input, output: BufReader::new(output) })
    }

    /// Asks the kernel for each probe of a network; `None` for the one that was asked of before.
    /// What is not heard of for so long is taken to be dropped.
    ///
    /// # Errors
    /// When the network cannot be brought up.
    pub fn ask(
        &mut self,
        network: Option<&Network>,
        probes: &[Probe],
        patience: Duration,
    ) -> Result<Vec<Answer>> {
        let question = Question { network: network.cloned(), probes: probes.to_vec(), patience };
        let question =
            serde_json::to_string(&question).map_err(|error| Error::Inside(error.to_string()))?;
        let input = self.input.as_mut().ok_or_else(|| Error::Inside("it has ended".to_owned()))?;
        writeln!(input, "{question}").map_err(Error::system("asking the fabric"))?;
        let mut answer = String::new();
        self.output.read_line(&mut answer).map_err(Error::system("hearing the fabric"))?;
        if answer.is_empty() {
            return Err(Error::Inside("it ended without an answer".to_owned()));
        }
        let answer: std::result::Result<Vec<Answer>, String> =
            serde_json::from_str(&answer).map_err(|error| Error::Inside(error.to_string()))?;
        answer.map_err(Error::Inside)
    }

    /// The process that holds the namespaces, as this machine counts them.
    pub fn process(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It ends with its input.
        self.input = None;
        let _ = self.child.wait();
    }
}

/// What the first process in the namespaces does: it answers until its input ends, as it does when
/// whoever asks is killed.
///
/// # Errors
/// When it cannot read or write.
pub fn serve() -> Result<()> {
    // Each connection and each listener is an open file.
    let (_, most) =
        getrlimit(Resource::RLIMIT_NOFILE).map_err(Error::system("the number of open files"))?;
    setrlimit(Resource::RLIMIT_NOFILE, most, most)
        .map_err(Error::system("the number of open files"))?;
    let mut listeners = None;
    let mut fabric: Option<Fabric> = None;
    for line in io::stdin().lock().lines() {
        let line = line.map_err(Error::system("reading a question"))?;
        let answer = answer(&line, &mut fabric, &mut listeners).map_err(|error| error.to_string());
        let answer =
            serde_json::to_string(&answer).map_err(|error| Error::Inside(error.to_string()))?;
        writeln!(io::stdout(), "{answer}").map_err(Error::system("answering"))?;
    }
    Ok(())
}

fn answer(
    line: &str,
    fabric: &mut Option<Fabric>,
    listeners: &mut Option<Listeners>,
) -> Result<Vec<Answer>> {
    let question: Question =
        serde_json::from_str(line).map_err(|error| Error::Inside(error.to_string()))?;
    if let Some(network) = &question.network {
        match fabric.as_mut().filter(|fabric| fabric.has_layout_of(network)) {
            Some(fabric) => fabric.apply(network)?,
            None => {
                *listeners = None;
                *fabric = None;
                *fabric = Some(Fabric::build(network, Refusal::Rejected)?);
            }
        }
    }
    let fabric = fabric.as_ref().ok_or_else(|| Error::Inside("no network was given".to_owned()))?;
    let listeners = match listeners {
        Some(listeners) => listeners,
        None => listeners.insert(Listeners::new()?),
    };
    ask(fabric, listeners, &question.probes, question.patience)
}
