use std::{error::Error, fmt, io::Write, time::Instant};

use serde::Serialize;
use serde_json::value::RawValue;
use time::OffsetDateTime;

use crate::{
    decision::{Decision, Verdict},
    identifiers,
    journal::{Journal, Level},
    metrics::{self, Counts},
    request::validate,
    rule::RULE_SET,
    sqs::{self, BatchItemFailure, BatchResponse, Message},
};

/// Answers invocations: a payment request with its decision, an SQS batch with the messages that
/// failed.
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
    /// The decision on a payment request.
    Decision(Decision),
    /// The answer to an SQS batch.
    Batch(BatchResponse),
}

/// An event that cannot be decided on: the invocation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvocationError {
    /// Lambda has not sent this; a decision on it could be taken for the answer to a batch.
    NotJson,
    /// SQS has not sent this; it delivers the whole batch again.
    NotMessages,
}

impl fmt::Display for InvocationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotJson => "the event must be one JSON document in UTF-8",
            Self::NotMessages => {
                "`Records` must be SQS messages with messageId, body, eventSourceARN and \
                 attributes.SentTimestamp"
            }
        })
    }
}

impl Error for InvocationError {}

/// The log line of one decision.
#[derive(Serialize)]
struct Decided<'a> {
    function_request_id: Option<&'a str>,
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
    function_request_id: Option<&'a str>,
    error: String,
    cold_start: bool,
}

/// What belongs to one invocation.
struct Invocation<'a> {
    /// As it may be logged.
    id: Option<&'a str>,
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
    /// [`InvocationError`] for an event that is no JSON document, or a batch that SQS cannot have
    /// sent.
    pub fn answer(&mut self, id: &str, event: &[u8]) -> Result<Response, InvocationError> {
        let started = Instant::now();
        let cold_start = std::mem::take(&mut self.cold_start);
        let id = identifiers::loggable(id);
        let mut invocation =
            Invocation { id, at: (self.clock)(), cold_start, counts: Counts::default() };
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

    fn respond(
        &mut self,
        invocation: &mut Invocation,
        event: &[u8],
    ) -> Result<Response, InvocationError> {
        let event: &RawValue =
            serde_json::from_slice(event).map_err(|_| InvocationError::NotJson)?;
        match sqs::messages(event.get()).map_err(|_| InvocationError::NotMessages)? {
            None => {
                let decision = validate(event.get().as_bytes(), invocation.at);
                self.record(invocation, None, &decision);
                Ok(Response::Decision(decision))
            }
            Some(messages) => self.batch(invocation, &messages).map(Response::Batch),
        }
    }

    fn batch(
        &mut self,
        invocation: &mut Invocation,
        messages: &[Message],
    ) -> Result<BatchResponse, InvocationError> {
        let mut response = BatchResponse::default();
        for message in messages {
            let must_wait = message.is_ordered() && !response.batch_item_failures.is_empty();
            if must_wait || !self.accepts(invocation, message)? {
                response
                    .batch_item_failures
                    .push(BatchItemFailure { item_identifier: message.message_id.to_string() });
            }
        }
        Ok(response)
    }

    fn accepts(
        &mut self,
        invocation: &mut Invocation,
        message: &Message,
    ) -> Result<bool, InvocationError> {
        let decision = validate(
            message.body.as_bytes(),
            message.sent_at().ok_or(InvocationError::NotMessages)?,
        );
        self.record(invocation, Some(&message.message_id), &decision);
        Ok(decision.verdict == Verdict::Accepted)
    }

    fn record(
        &mut self,
        invocation: &mut Invocation,
        message_id: Option<&str>,
        decision: &Decision,
    ) {
        invocation.counts.add(decision);
        let details = Decided {
            function_request_id: invocation.id,
            message_id: message_id.and_then(identifiers::loggable),
            request_id: decision.request_id.as_deref(),
            decision: decision.verdict,
            codes: metrics::codes(decision),
            rule_set: RULE_SET,
            cold_start: invocation.cold_start,
        };
        self.journal.log(Level::Info, invocation.at, "payment decided", details);
    }
}
