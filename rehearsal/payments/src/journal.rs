//! The log: one JSON object per line. No type of line has a field for a card or account number.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;

use crate::answer::{Answer, Sent, Step};
use crate::payment::{now, timestamp};

/// Where lines are written.
#[derive(Clone)]
pub struct Journal(Arc<Mutex<dyn Write + Send>>);

/// An event that is logged.
#[derive(Serialize)]
#[serde(tag = "message")]
pub enum Line {
    #[serde(rename = "service started")]
    Started { version: &'static str, address: String },
    #[serde(rename = "service stops")]
    Stops { connections: usize },
    #[serde(rename = "service stopped")]
    Stopped { unfinished: usize },
    #[serde(rename = "payment taken")]
    Taken {
        payment_id: String,
        merchant_id: String,
        currency: String,
        minor_units: i64,
        sent_again: bool,
        milliseconds: u128,
    },
    #[serde(rename = "payment rejected")]
    Rejected { codes: Vec<String>, milliseconds: u128 },
    #[serde(rename = "payment refused")]
    Refused { reason: &'static str, milliseconds: u128 },
    #[serde(rename = "payment not answered for")]
    NotAnsweredFor { step: Step, milliseconds: u128 },
    #[serde(rename = "call failed")]
    PaymentFailed { step: Step, error: String },
}

#[derive(Serialize)]
struct Dated<'a> {
    timestamp: String,
    level: &'static str,
    #[serde(flatten)]
    line: &'a Line,
}

impl Line {
    /// What is logged of an answer.
    pub fn of(answer: &Answer, took: Duration) -> Self {
        let milliseconds = took.as_millis();
        match answer {
            Answer::Taken(payment, sent) => Self::Taken {
                payment_id: payment.id.to_string(),
                merchant_id: payment.merchant_id.clone(),
                currency: payment.amount.currency.clone(),
                minor_units: payment.amount.minor_units,
                sent_again: *sent == Sent::Again,
                milliseconds,
            },
            Answer::Rejected(decision) => {
                let codes = decision.failures.iter().map(|failure| failure.code.clone()).collect();
                Self::Rejected { codes, milliseconds }
            }
            Answer::Differs => {
                Self::Refused { reason: "the idempotency key is of another payment", milliseconds }
            }
            Answer::NoRequest => {
                Self::Refused { reason: "the body is no JSON object", milliseconds }
            }
            Answer::Unknown(step) => Self::NotAnsweredFor { step: *step, milliseconds },
        }
    }

    fn level(&self) -> &'static str {
        match self {
            Self::PaymentFailed { .. } | Self::NotAnsweredFor { .. } => "ERROR",
            _ => "INFO",
        }
    }
}

impl Journal {
    /// On standard output.
    pub fn stdout() -> Self {
        Self::to(std::io::stdout())
    }

    /// Anywhere else.
    pub fn to(output: impl Write + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(output)))
    }

    pub(crate) fn write(&self, line: &Line) {
        let dated = Dated { timestamp: timestamp(now()), level: line.level(), line };
        let Ok(mut text) = serde_json::to_vec(&dated) else { return };
        text.push(b'\n');
        // Whoever does not read stops no payment.
        let _ = self.0.lock().unwrap_or_else(PoisonError::into_inner).write_all(&text);
    }
}
