//! Parts in memory, which fail on request.

use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use anyhow::{Result, bail};
use async_trait::async_trait;
use time::OffsetDateTime;
use tokio::time::Instant;

use crate::pay::{Ledger, Parts, TransactionLog, Validation};
use crate::{Decision, Journal, Payment};

/// What fails: the validation, the log, the database before it has committed, and after.
#[derive(Debug, Default)]
pub struct Failing {
    pub validation: AtomicBool,
    pub transaction_log: AtomicBool,
    pub database: AtomicBool,
    pub answer_of_database: AtomicBool,
}

/// What was written, shared with the parts.
#[derive(Clone, Default)]
pub struct Fakes {
    pub rows: Arc<Mutex<HashMap<(String, String), Payment>>>,
    pub log: Arc<Mutex<Vec<Payment>>>,
    pub lines: Arc<Mutex<Vec<u8>>>,
    pub failing: Arc<Failing>,
    /// How many days later it is.
    pub later: i64,
}

pub fn of<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap()
}

impl Fakes {
    pub fn parts(&self) -> Parts {
        Parts {
            validation: Box::new(self.clone()),
            transaction_log: Box::new(self.clone()),
            ledger: Box::new(self.clone()),
            journal: Journal::to(Lines(Arc::clone(&self.lines))),
        }
    }

    pub fn lines(&self) -> String {
        String::from_utf8(of(&self.lines).clone()).unwrap()
    }

    fn works(&self, what: fn(&Failing) -> &AtomicBool) -> Result<()> {
        if what(&self.failing).load(Ordering::Relaxed) {
            bail!("it fails");
        }
        Ok(())
    }
}

#[async_trait]
impl Validation for Fakes {
    async fn decide(&self, request: &[u8], _: Instant) -> Result<Decision> {
        self.works(|failing| &failing.validation)?;
        let now = OffsetDateTime::now_utc() + time::Duration::days(self.later);
        let decision = payment_validator::validate(request, now);
        Ok(serde_json::from_value(serde_json::to_value(&decision)?)?)
    }
}

#[async_trait]
impl TransactionLog for Fakes {
    async fn write(&self, payment: &Payment, _: Instant) -> Result<()> {
        self.works(|failing| &failing.transaction_log)?;
        tokio::task::yield_now().await;
        of(&self.log).push(payment.clone());
        Ok(())
    }
}

#[async_trait]
impl Ledger for Fakes {
    async fn find(&self, of_this: &Payment, _: Instant) -> Result<Option<Payment>> {
        self.works(|failing| &failing.database)?;
        tokio::task::yield_now().await;
        Ok(of(&self.rows).get(&key(of_this)).cloned())
    }

    async fn take(&self, payment: &Payment, _: Instant) -> Result<Payment> {
        self.works(|failing| &failing.database)?;
        let stored = of(&self.rows).entry(key(payment)).or_insert_with(|| payment.clone()).clone();
        self.works(|failing| &failing.answer_of_database)?;
        Ok(stored)
    }
}

fn key(payment: &Payment) -> (String, String) {
    (payment.merchant_id.clone(), payment.idempotency_key.clone())
}

struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        of(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
