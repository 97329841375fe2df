//! [`Instance`]: an instance of the database, and what it is asked and told.

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::time::{sleep, timeout};
use tokio_postgres::{Client, Config, NoTls};

use crate::parts::AGAIN;
use crate::postgres::PORT;

/// How long an answer may take.
pub const ANSWER: Duration = Duration::from_millis(700);
/// How long a start may take.
pub const STARTING: Duration = Duration::from_secs(30);

/// An instance.
#[derive(Debug, Clone)]
pub struct Instance {
    /// Its name: that of its zone.
    pub name: String,
    /// Where the plan's network has it.
    pub ip: Ipv4Addr,
    /// Where the storage has it.
    pub storage: Ipv4Addr,
}

/// Waits until an instance answers.
pub async fn ready(instance: &Instance) -> Result<Client> {
    let since = Instant::now();
    loop {
        match connect(instance, "postgres").await {
            Ok(client) => return Ok(client),
            Err(error) if since.elapsed() > STARTING => {
                return Err(error).context("the database does not start");
            }
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

pub async fn connect(instance: &Instance, database: &str) -> Result<Client> {
    let mut config = Config::new();
    config
        .host(instance.storage.to_string())
        .port(PORT)
        .user("postgres")
        .dbname(database)
        .connect_timeout(ANSWER);
    let (client, connection) = timeout(ANSWER, config.connect(NoTls)).await??;
    tokio::spawn(connection);
    Ok(client)
}

/// Which payments an instance has; asked over the storage's network, or over its own.
pub async fn stored(instance: &Instance, is_own_network: bool) -> Result<Vec<String>> {
    let mut instance = instance.clone();
    if is_own_network {
        instance.storage = instance.ip;
    }
    drop(ready(&instance).await?);
    let client = connect(&instance, "payments").await.context("the writer at the end")?;
    let rows = timeout(
        STARTING,
        client.query(
            &format!("select split_part(idempotency_key, '{AGAIN}', 1) from payments.payment"),
            &[],
        ),
    )
    .await??;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

pub async fn is_following(client: &Client) -> Result<bool> {
    Ok(timeout(ANSWER, client.query_one("select pg_is_in_recovery()", &[])).await??.get(0))
}

/// An instance follows nobody any more.
pub async fn detach(client: &Client) -> Result<()> {
    set(client, "primary_conninfo", "").await?;
    let since = Instant::now();
    while client.query_one("select count(*) from pg_stat_wal_receiver", &[]).await?.get::<_, i64>(0)
        > 0
    {
        ensure!(since.elapsed() < STARTING, "its receiver does not stop");
        sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

/// How much an instance has, in bytes of the log.
pub async fn received(client: &Client) -> Result<i64> {
    const RECEIVED: &str = "select (greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) \
                            - '0/0'::pg_lsn)::bigint";
    Ok(client.query_one(RECEIVED, &[]).await?.get(0))
}

/// Sets a setting of an instance.
pub async fn set(client: &Client, name: &str, value: &str) -> Result<()> {
    client
        .batch_execute(&format!("alter system set {name} = '{}'", value.replace('\'', "''")))
        .await?;
    client.batch_execute("select pg_reload_conf()").await?;
    Ok(())
}

/// The folder of an instance.
pub fn folder_of(root: &Path, instance: &Instance) -> PathBuf {
    root.join(&instance.name)
}
