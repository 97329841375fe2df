//! paytf's own emulator, with a process that asks it.

use super::toolbox;
use anyhow::Result;
use paytf::sandbox::{self, ACCOUNT, Api, Endpoint};
use serde_json::Value;
use tempfile::TempDir;

/// A running emulator of its own; it ends with the value, or with the test process.
pub struct Emulator {
    server: sandbox::Emulator,
    api: Api,
    logs: TempDir,
}

impl Emulator {
    /// Starts an empty emulator on a free port of this machine and waits until it serves.
    pub fn start() -> Result<Self> {
        let logs =
            tempfile::Builder::new().prefix("emulator-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let server = sandbox::Emulator::start(&toolbox()?, "tests", ACCOUNT, logs.path())?;
        let api = Api::at(server.endpoint(), &toolbox()?, logs.path())?;
        Ok(Self { server, api, logs })
    }

    /// Where the emulator serves.
    pub fn at(&self) -> Endpoint {
        self.server.endpoint()
    }

    /// Where the emulator serves, for a client that takes an endpoint.
    pub fn endpoint(&self) -> String {
        self.at().url()
    }

    /// Asks one AWS API, see [`Api::ask`].
    pub fn ask(&self, service: &str, operation: &str, parameters: Value) -> Result<Value> {
        self.api.ask(service, operation, parameters)
    }

    /// Empties the emulator.
    pub fn reset(&self) -> Result<()> {
        self.at().reset()
    }
}

/// Every resource that is left in the emulator.
pub fn nothing_left(emulator: &Emulator) -> Result<Vec<String>> {
    sandbox::nothing_left(&emulator.api)
}
