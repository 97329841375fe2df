//! The database cluster: an instance in each zone, and what looks after them, as Aurora's own
//! control does. A commit waits until another zone has it too; a writer that is lost is replaced by
//! the one that has most, and only where all others answer, since one of them has whatever was
//! acknowledged.

use std::cmp::Reverse;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::time::{sleep, timeout};
use tokio_postgres::Client;

use crate::arguments::Sabotage;
use crate::instance::{
    ANSWER, Instance, STARTING, connect, detach, is_following, received, set, stored,
};
use crate::parts::{now, schema};
use crate::postgres::PORT;

const LOOKING: Duration = Duration::from_millis(200);
/// How often in a row the writer has to be silent.
const SILENT: u32 = 2;

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
    StopFollowing(Followers),
    /// It is over.
    Stop,
}

/// The instances that follow the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followers {
    /// One of them.
    One,
    /// All of them.
    All,
}

impl Followers {
    /// Those that a sabotage stops from following the writer before it is lost.
    pub fn stopped_by(sabotage: Sabotage) -> Option<Self> {
        match sabotage {
            Sabotage::CommitWithoutQuorum => Some(Self::All),
            Sabotage::PromoteOlder => Some(Self::One),
            Sabotage::AcknowledgeBeforeCommit | Sabotage::CaptureTwice => None,
        }
    }
}

/// Looks after the instances.
pub struct Control {
    instances: Vec<Instance>,
    writer: usize,
    /// The file that names the writer for the proxies.
    file: PathBuf,
    /// Whether that file names the writer.
    is_told: bool,
    /// Whether whoever has least becomes the writer: a sabotage.
    is_oldest_promoted: bool,
    events: UnboundedSender<Event>,
    /// What was noted last.
    noted: String,
}

impl Control {
    /// Of instances of which one writes and the others follow it: makes the table of payments, and
    /// has commits wait for one of the others.
    pub async fn of(
        instances: Vec<Instance>,
        writer: usize,
        file: PathBuf,
        sabotage: Option<Sabotage>,
        events: UnboundedSender<Event>,
    ) -> Result<Self> {
        let is_oldest_promoted = sabotage == Some(Sabotage::PromoteOlder);
        let noted = format!("{} writes", instances[writer].name);
        let mut control =
            Self { instances, writer, file, is_told: false, is_oldest_promoted, events, noted };
        if sabotage != Some(Sabotage::CommitWithoutQuorum) {
            control.wait_for(&control.others(&[writer])).await?;
        }
        let client = control.connect(writer).await?;
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
        connect(&control.instances[writer], "payments").await?.batch_execute(&schema()).await?;
        control.tell_proxies(Some(writer))?;
        Ok(control)
    }

    fn others(&self, not: &[usize]) -> Vec<usize> {
        (0..self.instances.len()).filter(|place| !not.contains(place)).collect()
    }

    fn name(&self, place: usize) -> &str {
        &self.instances[place].name
    }

    async fn connect(&self, place: usize) -> Result<Client> {
        connect(&self.instances[place], "postgres")
            .await
            .with_context(|| format!("{} does not answer", self.name(place)))
    }

    /// Commits wait until one of these has them.
    async fn wait_for(&self, followers: &[usize]) -> Result<()> {
        let names: Vec<_> =
            followers.iter().map(|place| format!("\"{}\"", self.name(*place))).collect();
        let names = format!("ANY 1 ({})", names.join(", "));
        set(&self.connect(self.writer).await?, "synchronous_standby_names", &names).await
    }

    fn tell_proxies(&mut self, writer: Option<usize>) -> Result<()> {
        let text = writer
            .map(|writer| format!("{}:{PORT}", self.instances[writer].ip))
            .unwrap_or_default();
        // Only what is whole has the name.
        let new = self.file.with_extension("new");
        fs::write(&new, text)?;
        self.is_told = writer.is_some();
        Ok(fs::rename(&new, &self.file)?)
    }

    fn note(&mut self, what: String) {
        if self.noted != what {
            // Whoever rehearses is there until the end.
            let _ = self.events.send(Event::now(&what));
            self.noted = what;
        }
    }

    /// Replaces a writer that is lost, until it is stopped; then says which payments are
    /// stored, unless nobody writes.
    pub async fn look_after(
        mut self,
        mut orders: UnboundedReceiver<Order>,
    ) -> Result<Option<Vec<String>>> {
        let (mut silent, mut client) = (0, None);
        loop {
            match timeout(LOOKING, orders.recv()).await {
                Ok(Some(Order::StopFollowing(followers))) => self.stop_following(followers).await?,
                Ok(Some(Order::Stop) | None) => break,
                Err(_) => {}
            }
            silent = if self.writer_answers(&mut client).await { 0 } else { silent + 1 };
            let done = match (silent, self.is_told) {
                (0, true) => continue,
                // It was silent for a while, or has only just become the writer.
                (0, false) => self.follow_writer().await,
                (SILENT.., _) => self.replace_writer().await,
                _ => continue,
            };
            match done {
                Ok(()) => silent = 0,
                Err(error) => self.note(format!("no writer: {error:#}")),
            }
        }
        match self.is_told {
            true => stored(&self.instances[self.writer], false).await.map(Some),
            false => Ok(None),
        }
    }

    async fn writer_answers(&self, client: &mut Option<(usize, Client)>) -> bool {
        if client.as_ref().is_none_or(|(of, _)| *of != self.writer) {
            *client = self.connect(self.writer).await.ok().map(|client| (self.writer, client));
        }
        let Some((_, open)) = client else { return false };
        let answers =
            timeout(ANSWER, open.simple_query("select 1")).await.is_ok_and(|answer| answer.is_ok());
        if !answers {
            *client = None;
        }
        answers
    }

    /// Makes the instance that has most the writer. None of the others follows the lost one any
    /// more before they are compared: where it is only cut off, or slow, it commits nothing
    /// that the new writer does not have.
    async fn replace_writer(&mut self) -> Result<()> {
        self.tell_proxies(None)?;
        self.note(format!("the writer in {} does not answer", self.name(self.writer)));
        let mut survivors = Vec::new();
        for place in self.others(&[self.writer]) {
            let client =
                self.connect(place).await.context("what was committed may be there alone")?;
            if !is_following(&client).await? {
                // It was promoted, and could not say so in time.
                self.writer = place;
                return self.follow_writer().await;
            }
            detach(&client).await.with_context(|| format!("{} follows on", self.name(place)))?;
            survivors.push((received(&client).await?, Reverse(place)));
        }
        survivors.sort_unstable();
        let chosen = if self.is_oldest_promoted { survivors.first() } else { survivors.last() };
        let Some((_, Reverse(new))) = chosen.copied() else { bail!("nobody is left") };
        let client = self.connect(new).await?;
        let promoted =
            timeout(STARTING, client.query_one("select pg_promote(true, 20)", &[])).await??;
        ensure!(
            promoted.get::<_, bool>(0),
            "{} does not become the writer in time",
            self.name(new)
        );
        self.writer = new;
        self.follow_writer().await
    }

    /// Has all who can follow the writer do so, its commits wait for one of them, and the proxies
    /// know it.
    async fn follow_writer(&mut self) -> Result<()> {
        let mut followers = Vec::new();
        for place in self.others(&[self.writer]) {
            let Ok(follower) = self.connect(place).await else { continue };
            // A writer of before, which comes back, has a history of its own.
            if is_following(&follower).await? {
                let source = format!(
                    "host={} port={PORT} user=postgres",
                    self.instances[self.writer].storage
                );
                set(&follower, "primary_conninfo", &source).await?;
                followers.push(place);
            }
        }
        ensure!(
            !followers.is_empty(),
            "nobody follows {}: what it commits would be there alone",
            self.name(self.writer)
        );
        self.wait_for(&followers).await?;
        self.tell_proxies(Some(self.writer))?;
        self.note(format!("{} writes", self.name(self.writer)));
        Ok(())
    }

    async fn stop_following(&mut self, followers: Followers) -> Result<()> {
        let mut all = self.others(&[self.writer]);
        if followers == Followers::One {
            all.truncate(1);
        }
        for place in &all {
            detach(&self.connect(*place).await?).await?;
        }
        let names: Vec<_> = all.iter().map(|place| self.name(*place)).collect();
        self.note(format!("sabotage: {} no longer follows the writer", names.join(" and ")));
        Ok(())
    }
}
