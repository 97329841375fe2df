//! PostgreSQL's own programs, as Debian has them.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::net::Ipv4Addr;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use fabric::Namespace;

pub const PORT: u16 = 5432;
/// An ordinary user: what root becomes, and where that is not possible, PostgreSQL alone, which
/// refuses to run as root. Source: Debian Policy, 9.2.2.
pub const NOBODY: u32 = 65_534;

/// An instance does not wait for one that has gone; it keeps what another one may still need.
const SETTINGS: &str = "
listen_addresses = '*'
unix_socket_directories = ''
max_connections = 300
shared_buffers = 64MB
wal_receiver_timeout = 2s
wal_sender_timeout = 2s
wal_retrieve_retry_interval = 100ms
wal_receiver_status_interval = 1s
wal_keep_size = 128MB
";
/// Who may sign in is the network's business here.
const ACCESS: &str = "host all all 0.0.0.0/0 trust\nhost replication all 0.0.0.0/0 trust\n";

/// The folder of the newest version.
///
/// # Errors
/// When there is none: how to get it.
pub fn programs() -> Result<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<_> = versions.map(|version| version.path().join("bin")).collect();
    versions.retain(|folder| {
        ["initdb", "postgres", "pg_basebackup"].iter().all(|name| folder.join(name).is_file())
    });
    let number = |path: &PathBuf| path.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    versions.sort_by_key(number);
    match versions.pop() {
        Some(folder) => Ok(folder),
        None => bail!(
            "PostgreSQL is not installed: Debian's package postgresql has it (`apt install \
             postgresql`)"
        ),
    }
}

/// Makes a folder that whoever runs the instances owns.
pub fn folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path)?;
    if nix::unistd::geteuid().is_root() {
        nix::unistd::chown(path, Some(NOBODY.into()), Some(NOBODY.into()))?;
    }
    Ok(())
}

fn command(program: &str, log: &Path) -> Result<Command> {
    let mut command = Command::new(programs()?.join(program));
    let log = OpenOptions::new().create(true).append(true).open(log)?;
    command
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .current_dir("/")
        .env_clear()
        .env("PATH", "/usr/bin:/bin");
    if nix::unistd::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    Ok(command)
}

fn run(namespace: &Namespace, mut command: Command, log: &Path) -> Result<()> {
    let status = namespace.within(|| command.status())??;
    ensure!(
        status.success(),
        "{:?} failed: {}",
        command.get_program(),
        fs::read_to_string(log).unwrap_or_default()
    );
    Ok(())
}

/// An empty cluster in a folder.
pub fn create(namespace: &Namespace, folder: &Path, log: &Path) -> Result<()> {
    let mut initdb = command("initdb", log)?;
    initdb
        .args(["-N", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "-D"])
        .arg(folder);
    run(namespace, initdb, log)?;
    append(&folder.join("postgresql.conf"), SETTINGS)?;
    append(&folder.join("pg_hba.conf"), ACCESS)
}

/// A copy of the instance at an address, that follows it.
pub fn copy(namespace: &Namespace, from: Ipv4Addr, folder: &Path, log: &Path) -> Result<()> {
    let mut copy = command("pg_basebackup", log)?;
    copy.args([
        "-N",
        "-c",
        "fast",
        "-X",
        "stream",
        "-U",
        "postgres",
        "-R",
        "-h",
        &from.to_string(),
        "-D",
    ])
    .arg(folder);
    run(namespace, copy, log)
}

/// Starts an instance under a name.
pub fn start(namespace: &Namespace, name: &str, folder: &Path, log: &Path) -> Result<Child> {
    let mut postgres = command("postgres", log)?;
    postgres.arg("-D").arg(folder).arg("-c").arg(format!("cluster_name={name}"));
    namespace.within(|| postgres.spawn())?.context("postgres cannot be started")
}

fn append(file: &Path, text: &str) -> Result<()> {
    Ok(OpenOptions::new().append(true).open(file)?.write_all(text.as_bytes())?)
}
