//! Settings of the log groups.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use std::{borrow::Cow, fmt};

/// The days CloudWatch Logs accepts. Source: Amazon CloudWatch Logs API, `PutRetentionPolicy`.
const ALLOWED: [u32; 22] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

/// Days after which log events are deleted, one of the numbers CloudWatch Logs accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct LogRetentionDays(u32);

impl LogRetentionDays {
    /// 400 days: the 12 months PCI DSS 10.5.1 asks for, with a margin.
    pub const OVER_A_YEAR: Self = Self(400);
    /// 30 days.
    pub const MONTH: Self = Self(30);
    /// 7 days.
    pub const WEEK: Self = Self(7);

    /// The number of days.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// The rule in words.
fn words() -> String {
    format!(
        "a number of days CloudWatch Logs accepts: {}",
        ALLOWED.map(|days| days.to_string()).join(", ")
    )
}

struct Days;

impl Visitor<'_> for Days {
    type Value = LogRetentionDays;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<LogRetentionDays, E> {
        let found = ALLOWED.into_iter().find(|days| i64::from(*days) == value);
        let refusal = || E::custom(format!("{value} is not allowed; allowed: {}", words()));
        found.map(LogRetentionDays).ok_or_else(refusal)
    }
}

impl<'de> Deserialize<'de> for LogRetentionDays {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(Days)
    }
}

impl JsonSchema for LogRetentionDays {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "LogRetentionDays".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "enum": ALLOWED, super::schema::ALLOWED: words() })
    }
}

settings! {
    /// Every log group, and the trail.
    Logs, LogsOverrides {
        /// How many days log events are kept.
        retention_days: LogRetentionDays,
        /// Whether a trail of CloudTrail records who read or wrote what is in the buckets (data
        /// events), and who used a key (management events of KMS): PCI DSS 10.2.1. Off by default:
        /// the account may have a trail already, and AWS charges by the event.
        data_events: bool,
    }
}
