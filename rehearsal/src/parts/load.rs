//! The merchants: they send each payment at its time, whether or not earlier ones were answered,
//! and again with the same key until it is acknowledged, as a merchant would.

use std::io::Write;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, sleep_until};

use super::now;
use crate::tls;

/// How long a merchant waits for a connection, and for an answer, before the payment is sent again.
const CONNECTING: Duration = Duration::from_secs(1);
const ANSWER: Duration = Duration::from_secs(10);
/// How long the name of the load balancer still leads to a node that is lost: it is looked up again
/// once its time to live is over. Source: Elastic Load Balancing User Guide, "How Elastic Load
/// Balancing works": "a time-to-live (TTL) of 60 seconds".
const NAMED: u64 = 60_000;
/// What each payment is of, in cents.
const AMOUNT: i64 = 1099;
/// Of how many payments one is sent twice at once, as by a merchant who clicks again: it has to be
/// taken once.
const SENT_TWICE: u64 = 20;
const PAUSE: Duration = Duration::from_millis(200);

/// A payment, and what came of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Payment {
    /// Its idempotency key.
    pub key: String,
    /// When it was to be sent, in milliseconds.
    pub due: u64,
    /// Each time that it was sent.
    pub attempts: Vec<Attempt>,
}

/// One time that a payment was sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attempt {
    /// When it was sent, in milliseconds.
    pub sent: u64,
    /// When an answer came, or none any more.
    pub done: u64,
    /// The status of the answer; none where none came.
    pub status: Option<u16>,
}

impl Attempt {
    /// Whether it was acknowledged.
    pub fn is_acknowledged(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }
}

impl Payment {
    /// When it was acknowledged.
    pub fn acknowledged(&self) -> Option<u64> {
        self.attempts.iter().find(|attempt| attempt.is_acknowledged()).map(|attempt| attempt.done)
    }
}

/// Sends payments, and writes each as a line once it is over.
pub async fn send(
    targets: Vec<Ipv4Addr>,
    rate: u32,
    seconds: u32,
    afterwards: Duration,
) -> Result<()> {
    let client = tls::client(CONNECTING, ANSWER)?;
    let (start, first) = (Instant::now(), now());
    let names = Arc::new(Names(
        targets.into_iter().map(|target| (target, AtomicU64::new(u64::MAX))).collect(),
    ));
    let (sender, mut over) = mpsc::unbounded_channel::<Payment>();
    let end = start + Duration::from_secs(seconds.into()) + afterwards;
    let sending = async move {
        for number in 0..u64::from(rate) * u64::from(seconds) {
            let due = Duration::from_secs_f64(number as f64 / f64::from(rate));
            sleep_until(start + due).await;
            let (client, names, sender) = (client.clone(), Arc::clone(&names), sender.clone());
            tokio::spawn(async move {
                let key = format!("order-{first}-{number:08}");
                let body = payments::sample::payment(&key, AMOUNT).to_string();
                if number % SENT_TWICE == 0 {
                    let again = client
                        .post(format!("https://{}/payments", names.node(number as usize + 1)));
                    // What counts is how often it is stored.
                    tokio::spawn(again.body(body.clone()).send());
                }
                let mut payment =
                    Payment { key, due: first + due.as_millis() as u64, attempts: Vec::new() };
                let mut target = number as usize;
                while Instant::now() < end {
                    let sent = now();
                    let node = names.node(target);
                    let answer = client
                        .post(format!("https://{node}/payments"))
                        .body(body.clone())
                        .send()
                        .await;
                    names.heard_of(node, !answer.as_ref().is_err_and(reqwest::Error::is_connect));
                    let status = answer.ok().map(|answer| answer.status().as_u16());
                    payment.attempts.push(Attempt { sent, done: now(), status });
                    match status {
                        Some(status) if (200..500).contains(&status) => break,
                        _ => target += 1,
                    }
                    sleep(PAUSE).await;
                }
                // The receiver waits for every sender.
                let _ = sender.send(payment);
            });
        }
    };
    tokio::spawn(sending);
    let mut output = std::io::stdout();
    while let Some(payment) = over.recv().await {
        writeln!(output, "{}", serde_json::to_string(&payment)?)?;
    }
    Ok(())
}

/// What the name of the load balancer leads to: each node, with the time at which it is no longer
/// among them.
struct Names(Vec<(Ipv4Addr, AtomicU64)>);

impl Names {
    fn node(&self, turn: usize) -> Ipv4Addr {
        let named: Vec<_> =
            self.0.iter().filter(|(_, until)| until.load(Ordering::Relaxed) > now()).collect();
        let among = if named.is_empty() { self.0.iter().collect() } else { named };
        among.get(turn % among.len().max(1)).map_or(Ipv4Addr::UNSPECIFIED, |(node, _)| *node)
    }

    fn heard_of(&self, node: Ipv4Addr, answers: bool) {
        for (_, until) in self.0.iter().filter(|(one, _)| *one == node) {
            let time =
                if answers { u64::MAX } else { until.load(Ordering::Relaxed).min(now() + NAMED) };
            until.store(time, Ordering::Relaxed);
        }
    }
}
