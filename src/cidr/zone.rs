//! The availability zones of us-east-1.

use super::ZONE_COUNT;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Serialize,
    de::{Deserialize, Deserializer, Error, Visitor},
};
use std::{borrow::Cow, fmt, str::FromStr};

/// An availability zone of us-east-1. The letters name different buildings in different accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(into = "&'static str")]
pub enum Zone {
    /// us-east-1a
    A,
    /// us-east-1b
    B,
    /// us-east-1c
    C,
    /// us-east-1d
    D,
    /// us-east-1e
    E,
    /// us-east-1f
    F,
}

impl Zone {
    /// Every zone of the region.
    pub const ALL: [Self; 6] = [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F];

    /// The three zones taken when nothing else is said.
    pub const DEFAULT: [Self; ZONE_COUNT] = [Self::A, Self::B, Self::C];

    /// The name AWS knows, `us-east-1a`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "us-east-1a",
            Self::B => "us-east-1b",
            Self::C => "us-east-1c",
            Self::D => "us-east-1d",
            Self::E => "us-east-1e",
            Self::F => "us-east-1f",
        }
    }

    /// The letter that tells the zone from the others of its region, `a`.
    pub fn letter(self) -> &'static str {
        let name = self.name();
        &name[name.len() - 1..]
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A text that names no zone of the region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no availability zone of us-east-1, where the stack is; allowed: us-east-1a to \
     us-east-1f"
)]
pub struct ZoneError(String);

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(name: &str) -> Result<Self, ZoneError> {
        Self::ALL
            .into_iter()
            .find(|zone| zone.name() == name)
            .ok_or_else(|| ZoneError(name.to_owned()))
    }
}

/// Reads a zone where it is, so that an error in a list points at the item and not at the list.
struct Name;

impl Visitor<'_> for Name {
    type Value = Zone;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of an availability zone, such as \"us-east-1a\"")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Zone, E> {
        name.parse().map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Name)
    }
}

impl From<Zone> for &'static str {
    fn from(zone: Zone) -> Self {
        zone.name()
    }
}

impl JsonSchema for Zone {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Zone".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Self::ALL.map(Self::name) })
    }
}
