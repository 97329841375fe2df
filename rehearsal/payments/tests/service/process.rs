//! The service, as a process.

use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tempfile::NamedTempFile;

use crate::postgres::{Postgres, free_port};
use crate::stand_ins::StandIns;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_paytf-payments");

/// A service that runs, with all it calls.
pub struct Service {
    pub port: u16,
    pub stand_ins: StandIns,
    pub postgres: Postgres,
    pub environment: Vec<(&'static str, String)>,
    lines: NamedTempFile,
    child: Child,
}

impl Service {
    pub async fn start() -> Self {
        Self::start_with(Postgres::start(None).await, Vec::new()).await
    }

    /// One of another database, and with other variables.
    pub async fn start_with(postgres: Postgres, others: Vec<(&'static str, String)>) -> Self {
        let (stand_ins, port) = (StandIns::start(0).await, free_port());
        let lines = NamedTempFile::new().unwrap();
        let mut environment = stand_ins.environment(port, postgres.port);
        environment.extend(others);
        let child = spawn(&environment, &lines);
        let service = Self { port, stand_ins, postgres, environment, lines, child };
        service.is_healthy().await;
        service
    }

    pub fn url(&self) -> reqwest::Url {
        let is_tls = self
            .environment
            .iter()
            .rfind(|(name, _)| *name == "PROTOCOL")
            .is_some_and(|(_, is)| is == "HTTPS");
        format!("{}://127.0.0.1:{}", if is_tls { "https" } else { "http" }, self.port)
            .parse()
            .unwrap()
    }

    pub async fn is_healthy(&self) {
        let (client, since) = (client(), Instant::now());
        while client.get(self.url().join("/healthz").unwrap()).send().await.is_err() {
            assert!(since.elapsed() < Duration::from_secs(30), "it does not start");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    pub fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.child.id().cast_signed()), signal).unwrap();
    }

    pub async fn ended(&mut self) -> ExitStatus {
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Ends it by a signal, and waits until it has ended.
    pub async fn end(&mut self, signal: Signal) -> ExitStatus {
        self.signal(signal);
        self.ended().await
    }

    /// Starts it again, at the same place.
    pub fn start_again(&mut self) {
        self.child = spawn(&self.environment, &self.lines);
    }

    pub fn lines(&self) -> String {
        std::fs::read_to_string(self.lines.path()).unwrap()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(environment: &[(&'static str, String)], lines: &NamedTempFile) -> Child {
    let output = std::fs::OpenOptions::new().append(true).open(lines.path()).unwrap();
    let environment = environment.iter().cloned();
    Command::new(PROGRAM)
        .env_clear()
        .envs(environment)
        .stdin(Stdio::null())
        .stdout(output)
        .spawn()
        .unwrap()
}

/// A merchant's client.
pub fn client() -> reqwest::Client {
    paytf_payments::tls::client()
        .tls_danger_accept_invalid_certs(true)
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap()
}
