//! A PostgreSQL of Debian's for one test, with the users and permissions that the stack's
//! `database-setup.sh` gives.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use paytf_payments::SCHEMA;
use tempfile::TempDir;
use tokio_postgres::{Client, Config, NoTls};

/// PostgreSQL refuses to run as root, so that it runs as nobody then. Source: Debian Policy, 9.2.2.
const NOBODY: u32 = 65_534;

const USERS: &str = "
CREATE ROLE payments_write;
CREATE ROLE payment_service LOGIN;
CREATE SCHEMA payments;
GRANT USAGE ON SCHEMA payments TO payments_write;
ALTER DEFAULT PRIVILEGES IN SCHEMA payments GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO \
                     payments_write;
GRANT payments_write TO payment_service;
";

pub struct Postgres {
    pub port: u16,
    server: Child,
    /// Removed once the server has ended.
    _folder: TempDir,
}

/// A port at which nobody listens now.
pub fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

fn programs() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let folders = versions
        .map(|version| version.path().join("bin"))
        .filter(|folder| folder.join("initdb").is_file());
    folders.max().expect(
        "PostgreSQL is not installed: Debian's package postgresql has it (`apt install \
         postgresql`)",
    )
}

fn command(program: &str) -> Command {
    let mut command = Command::new(programs().join(program));
    command
        .current_dir("/")
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command.stderr(Stdio::null());
    if nix::unistd::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command
}

/// A certificate and its key, with which the tasks' user has to be spoken to over TLS.
#[derive(Clone, Copy)]
pub struct Tls<'a> {
    pub certificate: &'a str,
    pub key: &'a str,
}

const TLS_ACCESS: &str =
    "host all postgres 127.0.0.1/32 trust\nhostssl all payment_service 127.0.0.1/32 trust\n";

impl Postgres {
    pub async fn start(tls: Option<Tls<'_>>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        own(folder.path());
        let data = folder.path().join("data");
        let mut initdb = command("initdb");
        initdb
            .args(["-N", "-A", "trust", "-U", "postgres", "--no-locale", "-E", "UTF8", "-D"])
            .arg(&data);
        assert!(initdb.status().unwrap().success(), "initdb");
        if let Some(tls) = tls {
            for (name, text) in [
                ("server.crt", tls.certificate),
                ("server.key", tls.key),
                ("pg_hba.conf", TLS_ACCESS),
            ] {
                let path = data.join(name);
                fs::write(&path, text).unwrap();
                fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
                own(&path);
            }
        }
        let port = free_port();
        let server = serve(&data, port, tls.is_some());
        let postgres = Self { port, server, _folder: folder };
        let client = postgres.connect("postgres").await;
        client.batch_execute("CREATE DATABASE payments").await.unwrap();
        let client = postgres.connect("payments").await;
        client.batch_execute(USERS).await.unwrap();
        client.batch_execute(SCHEMA).await.unwrap();
        postgres
    }

    /// A connection of the master user.
    pub async fn connect(&self, database: &str) -> Client {
        let mut config = Config::new();
        config.host("127.0.0.1").port(self.port).user("postgres").dbname(database);
        let since = Instant::now();
        loop {
            match config.connect(NoTls).await {
                Ok((client, connection)) => {
                    tokio::spawn(connection);
                    return client;
                }
                Err(error) => assert!(since.elapsed() < Duration::from_secs(60), "{error}"),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Gives a file to whom the server runs as.
fn own(path: &Path) {
    if nix::unistd::geteuid().is_root() {
        nix::unistd::chown(path, Some(NOBODY.into()), Some(NOBODY.into())).unwrap();
    }
}

fn serve(data: &Path, port: u16, is_tls: bool) -> Child {
    let (port, tls) =
        (format!("port={port}"), format!("ssl={}", if is_tls { "on" } else { "off" }));
    let mut server = command("postgres");
    server.arg("-D").arg(data);
    for setting in [&port, &tls, "listen_addresses=127.0.0.1", "unix_socket_directories="] {
        server.arg("-c").arg(setting);
    }
    server.spawn().unwrap()
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let id = nix::unistd::Pid::from_raw(self.server.id().cast_signed());
        // Its immediate shutdown: nothing of it is needed any more.
        let _ = nix::sys::signal::kill(id, nix::sys::signal::Signal::SIGQUIT);
        let _ = self.server.wait();
    }
}
