//! The database cluster: an instance in each zone, and what looks after them, as Aurora's own control does. A commit waits until
//! another zone has it too; a writer that is lost is replaced by the one that has most, and only where all others answer, since one
//! of them has whatever was acknowledged.

use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::time::{sleep, timeout};
use tokio_postgres::{Client, Config, NoTls};

use crate::parts::{TABLE, now};
use crate::postgres::PORT;

const LOOKING: Duration = Duration::from_millis(200);
const ANSWER: Duration = Duration::from_millis(700);
const STARTING: Duration = Duration::from_secs(30);
/// How often in a row the writer has to be silent.
const SILENT: u32 = 2;

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

/// Something that happened.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Event {
    /// When, in milliseconds.
    pub at: u64,
    /// What.
    pub what: String,
}

impl Event {
    /// What happens now.
    pub fn now(what: impl Into<String>) -> Self {
        Self { at: now(), what: what.into() }
    }
}

/// What looks after the cluster is told.
#[derive(Debug)]
pub enum Order {
    /// Those who follow the writer hear no more of it: part of a sabotage.
    StopFollowing,
    /// It is over.
    Stop,
}

/// Looks after the instances.
pub struct Control {
    instances: Vec<Instance>,
    writer: usize,
    /// The file that names the writer for the proxies.
    file: PathBuf,
    events: UnboundedSender<Event>,
}

/// Waits until an instance answers.
pub async fn ready(instance: &Instance) -> Result<Client> {
    let since = Instant::now();
    loop {
        match connect(instance, "postgres").await {
            Ok(client) => return Ok(client),
            Err(error) if since.elapsed() > STARTING => return Err(error).context("the database does not start"),
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn connect(instance: &Instance, database: &str) -> Result<Client> {
    let mut config = Config::new();
    config.host(instance.storage.to_string()).port(PORT).user("postgres").dbname(database).connect_timeout(ANSWER);
    let (client, connection) = timeout(ANSWER, config.connect(NoTls)).await??;
    tokio::spawn(connection);
    Ok(client)
}

impl Control {
    /// Of instances of which one writes and the others follow it: makes the table of payments, and has commits wait for one of the
    /// others.
    pub async fn of(
        instances: Vec<Instance>,
        writer: usize,
        file: PathBuf,
        is_quorum: bool,
        events: UnboundedSender<Event>,
    ) -> Result<Self> {
        let control = Self { instances, writer, file, events };
        if is_quorum {
            control.wait_for(control.others(&[writer])).await?;
        }
        let client = connect(&control.instances[writer], "postgres").await?;
        let since = Instant::now();
        let followers = control.instances.len() as i64 - 1;
        while client
            .query_one("select count(*) from pg_stat_replication where state = 'streaming'", &[])
            .await?
            .get::<_, i64>(0)
            < followers
        {
            ensure!(since.elapsed() < STARTING, "the instances do not follow the writer");
            sleep(Duration::from_millis(50)).await;
        }
        connect(&control.instances[writer], "payments").await?.batch_execute(TABLE).await?;
        control.tell_proxies(Some(writer))?;
        Ok(control)
    }

    fn others(&self, not: &[usize]) -> Vec<usize> {
        (0..self.instances.len()).filter(|place| !not.contains(place)).collect()
    }

    /// Commits wait until one of these has them.
    async fn wait_for(&self, followers: Vec<usize>) -> Result<()> {
        let names: Vec<_> = followers.iter().map(|place| format!("\"{}\"", self.instances[*place].name)).collect();
        let client = connect(&self.instances[self.writer], "postgres").await?;
        set(&client, "synchronous_standby_names", &format!("ANY 1 ({})", names.join(", "))).await
    }

    fn tell_proxies(&self, writer: Option<usize>) -> Result<()> {
        let text = writer.map(|writer| format!("{}:{PORT}", self.instances[writer].ip)).unwrap_or_default();
        // Only what is whole has the name.
        let new = self.file.with_extension("new");
        fs::write(&new, text)?;
        Ok(fs::rename(&new, &self.file)?)
    }

    fn note(&self, what: impl Into<String>) {
        // Whoever rehearses is there until the end.
        let _ = self.events.send(Event::now(what));
    }

    /// Replaces a writer that is lost, until it is told to stop; then says which payments are stored.
    pub async fn look_after(mut self, mut orders: UnboundedReceiver<Order>) -> Result<Vec<String>> {
        let (mut silent, mut client) = (0, None);
        loop {
            match timeout(LOOKING, orders.recv()).await {
                Ok(Some(Order::StopFollowing)) => self.stop_following().await?,
                Ok(Some(Order::Stop) | None) => break,
                Err(_) => {}
            }
            let answers = self.writer_answers(&mut client).await;
            silent = if answers { 0 } else { silent + 1 };
            if silent >= SILENT {
                self.tell_proxies(None)?;
                match self.replace_writer().await {
                    Ok(()) => silent = 0,
                    Err(error) => self.note(format!("no new writer: {error:#}")),
                }
            }
        }
        let client = connect(&self.instances[self.writer], "payments").await.context("the writer at the end")?;
        let rows = client.query("select idempotency_key from payments", &[]).await?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    async fn writer_answers(&self, client: &mut Option<(usize, Client)>) -> bool {
        if client.as_ref().is_none_or(|(of, _)| *of != self.writer) {
            *client = connect(&self.instances[self.writer], "postgres").await.ok().map(|client| (self.writer, client));
        }
        let Some((_, open)) = client else { return false };
        let answers = timeout(ANSWER, open.simple_query("select 1")).await.is_ok_and(|answer| answer.is_ok());
        if !answers {
            *client = None;
        }
        answers
    }

    async fn replace_writer(&mut self) -> Result<()> {
        let lost = self.writer;
        self.note(format!("the writer in {} does not answer", self.instances[lost].name));
        let mut survivors = Vec::new();
        for place in self.others(&[lost]) {
            let client = connect(&self.instances[place], "postgres").await;
            let client = client.with_context(|| {
                format!("{} does not answer, and may have what was committed", self.instances[place].name)
            })?;
            survivors.push((received(&client).await?, place));
        }
        survivors.sort_unstable();
        let Some((_, new)) = survivors.pop() else { bail!("nobody is left") };
        let client = connect(&self.instances[new], "postgres").await?;
        client.execute("select pg_promote(true, 20)", &[]).await?;
        self.writer = new;
        for (_, place) in &survivors {
            let follower = connect(&self.instances[*place], "postgres").await?;
            set(
                &follower,
                "primary_conninfo",
                &format!("host={} port={PORT} user=postgres", self.instances[new].storage),
            )
            .await?;
        }
        self.wait_for(survivors.into_iter().map(|(_, place)| place).collect()).await?;
        self.tell_proxies(Some(new))?;
        self.note(format!("{} writes", self.instances[new].name));
        Ok(())
    }

    async fn stop_following(&self) -> Result<()> {
        for place in self.others(&[self.writer]) {
            let client = connect(&self.instances[place], "postgres").await?;
            set(&client, "primary_conninfo", "").await?;
        }
        self.note("sabotage: nobody follows the writer any more");
        Ok(())
    }
}

/// How much an instance has, in bytes of the log.
async fn received(client: &Client) -> Result<i64> {
    const RECEIVED: &str =
        "select (greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0'::pg_lsn)::bigint";
    Ok(client.query_one(RECEIVED, &[]).await?.get(0))
}

/// Sets a setting of an instance.
async fn set(client: &Client, name: &str, value: &str) -> Result<()> {
    client.batch_execute(&format!("alter system set {name} = '{}'", value.replace('\'', "''"))).await?;
    client.batch_execute("select pg_reload_conf()").await?;
    Ok(())
}

/// The folder of an instance.
pub fn folder_of(root: &Path, instance: &Instance) -> PathBuf {
    root.join(&instance.name)
}
