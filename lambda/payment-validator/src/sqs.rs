//! The event of an SQS event source mapping and the answer it wants.
//!
//! Source: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html> (partial batch responses) and
//! <https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html> (event).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use time::OffsetDateTime;

/// An event, as far as it tells who sent it.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, rename = "Records")]
    records: Option<&'a RawValue>,
}

/// One SQS message.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message<'a> {
    #[serde(borrow)]
    pub message_id: Cow<'a, str>,
    #[serde(borrow)]
    pub body: Cow<'a, str>,
    #[serde(borrow, rename = "eventSourceARN")]
    source_arn: Cow<'a, str>,
    #[serde(borrow)]
    attributes: Attributes<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Attributes<'a> {
    #[serde(borrow)]
    sent_timestamp: Cow<'a, str>,
}

impl Message<'_> {
    /// When SQS took the message: its time of receipt, however often and however late it is delivered.
    pub fn sent_at(&self) -> Option<OffsetDateTime> {
        let milliseconds: i128 = self.attributes.sent_timestamp.parse().ok()?;
        OffsetDateTime::from_unix_timestamp_nanos(milliseconds.checked_mul(1_000_000)?).ok()
    }

    /// Whether the queue keeps order: then nothing may overtake a failed message.
    pub fn is_ordered(&self) -> bool {
        self.source_arn.ends_with(".fifo")
    }
}

/// The messages of a batch; `None` for an event that is not a batch. `event` has no white space before it.
pub(crate) fn messages(event: &str) -> Result<Option<Vec<Message<'_>>>, serde_json::Error> {
    // serde would read an array as a struct too; and a request is not worth reading twice.
    if !event.starts_with('{') || !event.contains("\"Records\"") {
        return Ok(None);
    }
    match serde_json::from_str(event) {
        Ok(Envelope { records: Some(records) }) => serde_json::from_str(records.get()).map(Some),
        _ => Ok(None),
    }
}

/// The messages that go back to the queue; the others are done.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchResponse {
    /// Failed messages; empty when all are done.
    pub batch_item_failures: Vec<BatchItemFailure>,
}

/// A failed message.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchItemFailure {
    /// The `messageId` of the message.
    pub item_identifier: String,
}
