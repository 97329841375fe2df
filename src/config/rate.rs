//! How the firewall counts the requests of one client.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::error::quoted;
use super::schema::ALLOWED;

/// The windows AWS WAF offers. Source: AWS WAF API, `RateBasedStatement`, `EvaluationWindowSec`.
const WINDOWS: [u32; 4] = [60, 120, 300, 600];

/// Seconds over which requests are counted, one of the numbers AWS WAF accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct RateWindow(u32);

impl Default for RateWindow {
    fn default() -> Self {
        Self(300)
    }
}

impl RateWindow {
    /// The number of seconds.
    pub const fn get(self) -> u32 {
        self.0
    }
}

fn windows() -> String {
    format!(
        "a number of seconds AWS WAF accepts: {}",
        WINDOWS.map(|seconds| seconds.to_string()).join(", ")
    )
}

struct Seconds;

impl Visitor<'_> for Seconds {
    type Value = RateWindow;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&windows())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<RateWindow, E> {
        let found = WINDOWS.into_iter().find(|seconds| i64::from(*seconds) == value);
        found
            .map(RateWindow)
            .ok_or_else(|| E::custom(format!("{value} is not allowed; allowed: {}", windows())))
    }
}

impl<'de> Deserialize<'de> for RateWindow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(Seconds)
    }
}

impl JsonSchema for RateWindow {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "RateWindow".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "enum": WINDOWS, ALLOWED: windows() })
    }
}

/// What tells clients apart. Source: AWS WAF API, `RateBasedStatement`, `AggregateKeyType`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RateKey {
    /// The address the request comes from.
    Address,
    /// The first address in `X-Forwarded-For`: behind a CDN.
    ForwardedAddress,
    /// The value of a header, as an API key.
    Header(String),
}

/// In words, with what introduces a header.
const KEYS: &str = "`address`, `forwarded-address` (the first in X-Forwarded-For), or `header:` \
                    and the name of a header, such as \"header:x-api-key\"";
const HEADER: &str = "header:";

impl RateKey {
    /// As the API names it.
    pub const fn aggregate(&self) -> &'static str {
        match self {
            Self::Address => "IP",
            Self::ForwardedAddress => "FORWARDED_IP",
            Self::Header(_) => "CUSTOM_KEYS",
        }
    }
}

impl fmt::Display for RateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address => f.write_str("address"),
            Self::ForwardedAddress => f.write_str("forwarded-address"),
            Self::Header(name) => write!(f, "{HEADER}{name}"),
        }
    }
}

impl FromStr for RateKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // Source: AWS WAF API, `RateLimitHeader`, `Name`: 1 to 64 characters; RFC 9110, "Field
        // names".
        let is_name = |name: &str| {
            (1..=64).contains(&name.len())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        };
        match text.strip_prefix(HEADER) {
            _ if text == "address" => Ok(Self::Address),
            _ if text == "forwarded-address" => Ok(Self::ForwardedAddress),
            Some(name) if is_name(name) => Ok(Self::Header(name.to_owned())),
            _ => Err(format!("{} is not allowed; allowed: {KEYS}", quoted(text))),
        }
    }
}

struct Key;

impl Visitor<'_> for Key {
    type Value = RateKey;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEYS)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<RateKey, E> {
        text.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for RateKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Key)
    }
}

impl serde::Serialize for RateKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for RateKey {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "RateKey".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let pattern = "^(address|forwarded-address|header:[A-Za-z0-9_-]{1,64})$";
        json_schema!({
            "type": "string", "pattern": pattern, "examples": ["header:x-api-key"], ALLOWED: KEYS
        })
    }
}
