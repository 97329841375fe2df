use std::{error::Error, fmt, io::Write, time::Instant};

use serde::Serialize;
use time::OffsetDateTime;

use crate::{
    decision::{Decision, Verdict},
    journal::{Journal, Level},
    metrics::{self, Counts},
    request::validate,
    rule::RULE_SET,
    sqs::{self, BatchItemFailure, BatchResponse, Message},
};

/// Answers invocations: a payment request with its decision, an SQS batch with the messages that failed.
pub struct Handler<W> {
    journal: Journal<W>,
    clock: fn() -> OffsetDateTime,
    environment: String,
    cold_start: bool,
}

/// The answer to an invocation.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Response {
    /// To a payment request.
    Decision(Decision),
    /// To an SQS batch.
    Batch(BatchResponse),
}

/// The event has `Records` that are not SQS messages: the invocation fails, and SQS delivers the whole batch again.
#[derive(Debug)]
pub struct InvocationError;

impl fmt::Display for InvocationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`Records` must be SQS messages with messageId, body, eventSourceARN and attributes.SentTimestamp")
    }
}

impl Error for InvocationError {}

/// The log line of one decision.
#[derive(Serialize)]
struct Decided<'a> {
    function_request_id: &'a str,
    message_id: Option<&'a str>,
    request_id: Option<&'a str>,
    decision: Verdict,
    codes: Vec<&'static str>,
    rule_set: &'static str,
    cold_start: bool,
}

/// The log line of an invocation that failed.
#[derive(Serialize)]
struct Failed<'a> {
    function_request_id: &'a str,
    error: String,
    cold_start: bool,
}

/// What belongs to one invocation.
struct Invocation<'a> {
    id: &'a str,
    at: OffsetDateTime,
    cold_start: bool,
    counts: Counts,
}

impl<W: Write> Handler<W> {
    /// A handler that has not answered anything yet: its first invocation is a cold start.
    /// `environment` is the value of the metrics' dimension `Environment`.
    pub fn new(journal: Journal<W>, clock: fn() -> OffsetDateTime, environment: String) -> Self {
        Self { journal, clock, environment, cold_start: true }
    }

    /// Answers the invocation `id` with the JSON document `event`.
    ///
    /// # Errors
    /// [`InvocationError`] for a batch that SQS cannot have sent.
    pub fn answer(&mut self, id: &str, event: &str) -> Result<Response, InvocationError> {
        let started = Instant::now();
        let cold_start = std::mem::take(&mut self.cold_start);
        let mut invocation = Invocation { id, at: (self.clock)(), cold_start, counts: Counts::default() };
        let response = self.respond(&mut invocation, event);
        if let Err(error) = &response {
            let details = Failed { function_request_id: id, error: error.to_string(), cold_start };
            self.journal.log(Level::Error, invocation.at, "invocation failed", details);
        }
        let (at, duration) = (invocation.at, started.elapsed());
        let scope = metrics::Scope { environment: &self.environment, at, duration, cold_start };
        invocation.counts.write(&mut self.journal, &scope);
        self.journal.flush();
        response
    }

    fn respond(&mut self, invocation: &mut Invocation, event: &str) -> Result<Response, InvocationError> {
        match sqs::messages(event).map_err(|_| InvocationError)? {
            None => {
                let decision = validate(event.as_bytes(), invocation.at);
                self.record(invocation, None, &decision);
                Ok(Response::Decision(decision))
            }
            Some(messages) => self.batch(invocation, &messages).map(Response::Batch),
        }
    }

    fn batch(&mut self, invocation: &mut Invocation, messages: &[Message]) -> Result<BatchResponse, InvocationError> {
        let mut response = BatchResponse::default();
        for message in messages {
            let must_wait = message.is_ordered() && !response.batch_item_failures.is_empty();
            if must_wait || !self.accepts(invocation, message)? {
                response.batch_item_failures.push(BatchItemFailure { item_identifier: message.message_id.to_string() });
            }
        }
        Ok(response)
    }

    fn accepts(&mut self, invocation: &mut Invocation, message: &Message) -> Result<bool, InvocationError> {
        let decision = validate(message.body.as_bytes(), message.sent_at().ok_or(InvocationError)?);
        self.record(invocation, Some(&message.message_id), &decision);
        Ok(decision.verdict == Verdict::Accepted)
    }

    fn record(&mut self, invocation: &mut Invocation, message_id: Option<&str>, decision: &Decision) {
        invocation.counts.add(decision);
        let details = Decided {
            function_request_id: invocation.id,
            message_id,
            request_id: decision.request_id.as_deref(),
            decision: decision.verdict,
            codes: metrics::codes(decision),
            rule_set: RULE_SET,
            cold_start: invocation.cold_start,
        };
        self.journal.log(Level::Info, invocation.at, "payment decided", details);
    }
}
