//! The event of an SQS event source mapping and the answer it wants.
//!
//! Source: <https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html> (partial
//! batch responses) and <https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html> (event).

use std::borrow::Cow;

use serde::{Deserialize, Serialize, de};
use serde_json::value::RawValue;
use time::OffsetDateTime;

use crate::identifiers;

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
    /// When SQS took the message: its time of receipt, however often and however late it is
    /// delivered.
    pub fn sent_at(&self) -> Option<OffsetDateTime> {
        let milliseconds: i128 = self.attributes.sent_timestamp.parse().ok()?;
        OffsetDateTime::from_unix_timestamp_nanos(milliseconds.checked_mul(1_000_000)?).ok()
    }

    /// Whether the id is one that SQS gives: those are UUIDs. It is repeated in the answer, so
    /// anything else must look like an identifier and hold no card number.
    fn has_id(&self) -> bool {
        let id: &str = &self.message_id;
        let is_plain = (1..=100).contains(&id.len())
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        is_plain && (identifiers::is_uuid(id) || identifiers::loggable(id).is_some())
    }

    /// Whether the queue keeps order: then nothing may overtake a failed message.
    pub fn is_ordered(&self) -> bool {
        self.source_arn.ends_with(".fifo")
    }
}

/// The messages of a batch; `None` for an event that is not a batch. `event` is JSON, with no white
/// space before it.
pub(crate) fn messages(event: &str) -> Result<Option<Vec<Message<'_>>>, serde_json::Error> {
    // serde would read an array as a struct too; and a request is not worth reading twice.
    if !event.starts_with('{') || !event.contains("\"Records\"") {
        return Ok(None);
    }
    // Two lists of records are an error: answered as a request, both would be taken for done.
    let Envelope { records } = serde_json::from_str(event)?;
    let messages: Option<Vec<Message>> =
        records.map(|records| serde_json::from_str(records.get())).transpose()?;
    match messages {
        Some(messages) if !messages.iter().all(Message::has_id) => {
            Err(de::Error::custom("no id of SQS"))
        }
        messages => Ok(messages),
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
