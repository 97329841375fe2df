//! The AWS emulator, and a process that asks the AWS APIs what really exists in it.

use super::{emulator_sources, python, tool::search_path};
use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use std::{
    env,
    fs::File,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{Mutex, PoisonError},
};
use tempfile::TempDir;

/// Names patches to leave out, to find out whether they are still needed (tests/emulator/README.md).
const WITHOUT: &str = "EMULATOR_WITHOUT";

/// A running emulator of its own; it ends with the value, or with the test process.
pub struct Emulator {
    server: Process,
    port: u16,
    questions: Mutex<Process>,
    logs: TempDir,
}

impl Emulator {
    /// Starts an empty emulator on a free port of this machine and waits until it serves.
    pub fn start() -> Result<Self> {
        let logs = tempfile::Builder::new().prefix("emulator-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let mut server = Process::start("emulator.py", &[], logs.path())?;
        let port = server.read_line()?.trim().parse().context("the emulator's first line is its port")?;
        let asker = Process::start("ask.py", &[&format!("http://127.0.0.1:{port}")], logs.path())?;
        Ok(Self { server, port, questions: Mutex::new(asker), logs })
    }

    /// The environment that points an unchanged configuration at the emulator, and nowhere else:
    /// the endpoint resolves only through the proxy, and the proxy is the emulator.
    pub fn env(&self) -> Vec<(String, String)> {
        let proxy = self.endpoint();
        let pairs = [
            ("AWS_ENDPOINT_URL", "http://aws.test"),
            ("HTTP_PROXY", &proxy),
            ("NO_PROXY", ""),
            ("AWS_ACCESS_KEY_ID", "test"),
            ("AWS_SECRET_ACCESS_KEY", "test"),
        ];
        pairs.map(|(name, value)| (name.to_string(), value.to_string())).to_vec()
    }

    /// Where the emulator serves, for a client that takes an endpoint.
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks one AWS API, as boto3 spells service and operation: `ask("ec2", "describe_vpcs", json!({}))`.
    ///
    /// Lists are complete, times are ISO 8601, bytes are `{"base64": …, "text": …}`.
    pub fn ask(&self, service: &str, operation: &str, parameters: Value) -> Result<Value> {
        let question = json!({"service": service, "operation": operation, "parameters": parameters});
        let mut process = self.questions.lock().unwrap_or_else(PoisonError::into_inner);
        process.write_line(&question.to_string())?;
        let mut answer: Value = serde_json::from_str(&process.read_line()?)?;
        match answer.get_mut("ok") {
            Some(result) => Ok(result.take()),
            None => Err(anyhow!("{service} {operation}: {}", answer["error"])),
        }
    }

    /// Empties the emulator.
    pub fn reset(&self) -> Result<()> {
        let agent = ureq::Agent::config_builder().proxy(None).build().new_agent();
        agent.post(self.endpoint() + "/moto-api/reset").send_empty()?;
        Ok(())
    }
}

/// A Python program of the emulator, spoken to line by line.
struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    log: PathBuf,
}

impl Process {
    fn start(program: &str, arguments: &[&str], home: &Path) -> Result<Self> {
        let log = home.join(program).with_extension("log");
        let mut command = Command::new(python()?);
        command.arg("-B").arg(emulator_sources().join(program)).args(arguments);
        // Nothing of the user's: neither AWS profiles nor proxies nor settings of moto.
        command.env_clear().env("PATH", search_path()).env("HOME", home);
        command.envs(env::var_os(WITHOUT).map(|names| (WITHOUT, names)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(File::create(&log)?);
        let mut child = command.spawn().with_context(|| format!("{program} cannot be started"))?;
        let input = child.stdin.take().context("no pipe to the process")?;
        let output = BufReader::new(child.stdout.take().context("no pipe from the process")?);
        Ok(Self { child, input, output, log })
    }

    fn write_line(&mut self, line: &str) -> Result<()> {
        writeln!(self.input, "{line}").context("the process ended")
    }

    fn read_line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("the process ended:\n{}", std::fs::read_to_string(&self.log)?);
        }
        Ok(line)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both may fail only because the process has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
