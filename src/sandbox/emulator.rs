//! The AWS emulator: a process on this machine, found again by its port.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::{Toolbox, conversation::Conversation};

/// The account of the emulator, unless told otherwise.
pub const ACCOUNT: &str = "123456789012";
/// Where an emulator names its owner, and is asked to end.
const OWN_ADDRESS: &str = "/moto-api/paytf";
/// How long to wait for an answer. Our emulator answers within milliseconds.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running emulator; it ends with the value, or with the process that holds it, unless it is let
/// go.
pub struct Emulator {
    process: Conversation,
    endpoint: Endpoint,
}

impl Emulator {
    /// Starts an empty emulator of one account on a free port of this machine and waits until it
    /// serves.
    ///
    /// # Errors
    /// When its Python environment cannot be made, or it ends at once.
    pub fn start(toolbox: &Toolbox, owner: &str, account: &str, logs: &Path) -> Result<Self> {
        let environment = [("MOTO_ACCOUNT_ID", account)];
        let mut process = Conversation::start(toolbox, "emulator.py", owner, &environment, logs)?;
        let port =
            process.read_line()?.trim().parse().context("the emulator's first line is its port")?;
        Ok(Self { process, endpoint: Endpoint { port } })
    }

    /// The address at which it serves.
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint
    }

    /// Leaves it running when this process ends; [`Endpoint::end`] ends it.
    ///
    /// # Errors
    /// When it has ended.
    pub fn let_go(mut self) -> Result<()> {
        self.process.write_line("go on alone")?;
        self.process.let_go();
        Ok(())
    }
}

/// Where an emulator serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Endpoint {
    /// The port on this machine.
    pub port: u16,
}

impl Endpoint {
    /// For a client that takes an endpoint.
    pub fn url(self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The environment that points an unchanged configuration at the emulator, and nowhere else:
    /// the endpoint resolves only through the proxy, and the proxy is the emulator.
    pub fn environment(self) -> Vec<(String, String)> {
        let proxy = self.url();
        let pairs = [
            ("AWS_ENDPOINT_URL", "http://aws.test"),
            ("HTTP_PROXY", &proxy),
            ("NO_PROXY", ""),
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_SECRET_ACCESS_KEY", "test"),
        ];
        pairs.map(|(name, value)| (name.to_string(), value.to_string())).to_vec()
    }

    /// Who owns the emulator that serves here, if one does.
    pub fn owner(self) -> Option<String> {
        agent().get(self.url() + OWN_ADDRESS).call().ok()?.body_mut().read_to_string().ok()
    }

    /// Empties the emulator.
    ///
    /// # Errors
    /// When none serves here.
    pub fn reset(self) -> Result<()> {
        agent().post(self.url() + "/moto-api/reset").send_empty()?;
        Ok(())
    }

    /// Ends the emulator and waits until it serves no more.
    ///
    /// # Errors
    /// When it goes on serving.
    pub fn end(self) -> Result<()> {
        // An error is fine: the emulator may end before it has answered.
        let _ = agent().delete(self.url() + OWN_ADDRESS).call();
        let begin = Instant::now();
        while self.owner().is_some() {
            if begin.elapsed() > PATIENCE {
                bail!("the emulator at {} does not end", self.url());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

/// A client that asks this machine, whatever proxy the user has.
fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().proxy(None).timeout_global(Some(PATIENCE)).build().new_agent()
}
