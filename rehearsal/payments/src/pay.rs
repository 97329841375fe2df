//! A payment, step by step: validated, looked up, written to the transaction log, committed, and
//! only then answered.
//!
//! The transaction log is first: whatever is in the table is in the log too, so that a payment that
//! is sent again needs no second entry. An entry whose id is not in the table is a try that was
//! never answered.

#[cfg(test)]
mod tests;

use std::time::Duration;

use anyhow::Result;
use async_trait::async_trait;
use tokio::time::{Instant, timeout_at};

use crate::answer::{Answer, Sent, Step};
use crate::journal::{Journal, Line};
use crate::payment::Payment;
use crate::request::{self, Decision};

/// Until then a payment is answered; its sender is asked to send it again where it is not known
/// whether it was taken.
const PATIENCE: Duration = Duration::from_secs(8);

/// What decides whether a payment may be taken.
#[async_trait]
pub trait Validation: Send + Sync {
    /// What it says of a request.
    async fn decide(&self, request: &[u8], deadline: Instant) -> Result<Decision>;
}

/// Where each payment is written before it is answered.
#[async_trait]
pub trait TransactionLog: Send + Sync {
    /// Writes it, durably.
    async fn write(&self, payment: &Payment, deadline: Instant) -> Result<()>;
}

/// Where payments are kept, one for each key of a merchant.
#[async_trait]
pub trait Ledger: Send + Sync {
    /// The payment that has this merchant and this key.
    async fn find(&self, of: &Payment, deadline: Instant) -> Result<Option<Payment>>;
    /// Commits a payment, unless its key has one; which one the key has.
    async fn take(&self, payment: &Payment, deadline: Instant) -> Result<Payment>;
}

/// What the service is made of.
pub struct Parts {
    /// The validation of payments.
    pub validation: Box<dyn Validation>,
    /// Where it is written.
    pub transaction_log: Box<dyn TransactionLog>,
    /// Where it is kept.
    pub ledger: Box<dyn Ledger>,
    /// Where the service says what it does.
    pub journal: Journal,
}

struct Failed(Step, anyhow::Error);

impl Parts {
    /// Takes a payment.
    pub async fn pay(&self, body: &[u8]) -> Answer {
        let start = Instant::now();
        let answer = self.answer(body, start + PATIENCE).await;
        let answer = answer.unwrap_or_else(|Failed(step, error)| {
            self.journal.write(&Line::PaymentFailed { step, error: format!("{error:#}") });
            Answer::Unknown(step)
        });
        self.journal.write(&Line::of(&answer, start.elapsed()));
        answer
    }

    async fn answer(&self, body: &[u8], deadline: Instant) -> Result<Answer, Failed> {
        if !request::is_object(body) {
            return Ok(Answer::NoRequest);
        }
        let decision =
            step(Step::Validation, deadline, self.validation.decide(body, deadline)).await?;
        if !decision.is_accepted() && !decision.is_late() {
            return Ok(Answer::Rejected(decision));
        }
        let Some(payment) = request::payment(body) else {
            return Err(Failed(
                Step::Validation,
                anyhow::anyhow!("accepted is a form that this service does not know"),
            ));
        };
        let found = step(Step::Database, deadline, self.ledger.find(&payment, deadline)).await?;
        match found {
            Some(found) => return Ok(compared(found, &payment)),
            None if !decision.is_accepted() => return Ok(Answer::Rejected(decision)),
            None => {}
        }
        step(Step::TransactionLog, deadline, self.transaction_log.write(&payment, deadline))
            .await?;
        let stored = step(Step::Database, deadline, self.ledger.take(&payment, deadline)).await?;
        Ok(compared(stored, &payment))
    }
}

fn compared(stored: Payment, payment: &Payment) -> Answer {
    match stored.is_same(payment) {
        true if stored.id == payment.id => Answer::Taken(stored, Sent::First),
        true => Answer::Taken(stored, Sent::Again),
        false => Answer::Differs,
    }
}

async fn step<T>(
    step: Step,
    deadline: Instant,
    work: impl Future<Output = Result<T>>,
) -> Result<T, Failed> {
    match timeout_at(deadline, work).await {
        Ok(done) => done.map_err(|error| Failed(step, error)),
        Err(_) => Err(Failed(step, anyhow::anyhow!("no answer in time"))),
    }
}
