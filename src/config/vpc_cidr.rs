//! The addresses of a VPC.

use super::error::quoted;
use crate::cidr::{LARGEST_VPC_PREFIX, SMALLEST_VPC_PREFIX};
use ipnet::Ipv4Net;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer, Error, Visitor},
};
use std::{borrow::Cow, fmt, net::Ipv4Addr};

/// The addresses of a VPC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VpcCidr(Ipv4Net);

impl VpcCidr {
    /// The network, as written.
    pub fn net(self) -> Ipv4Net {
        self.0
    }

    /// Whether the two share an address.
    pub fn overlaps(self, other: Self) -> bool {
        self.0.contains(&other.0) || other.0.contains(&self.0)
    }
}

/// The rule in words.
fn words() -> String {
    format!(
        "a private IPv4 network of /{LARGEST_VPC_PREFIX} to /{SMALLEST_VPC_PREFIX}, such as \
         \"10.0.0.0/16\""
    )
}

/// Why a text is no network.
fn reason(text: &str) -> String {
    let Some((address, prefix)) = text.split_once('/') else {
        return "has no prefix length after a `/`".to_owned();
    };
    match prefix.parse::<u32>() {
        Ok(bits) if bits > 32 => format!("has a prefix of {bits} bits, but an IPv4 address has 32"),
        Ok(_) if address.parse::<Ipv4Addr>().is_err() => {
            format!("has {address:?} where an IPv4 address is due")
        }
        _ => format!("has {prefix:?} where a prefix length is due"),
    }
}

struct Network;

impl Visitor<'_> for Network {
    type Value = VpcCidr;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<VpcCidr, E> {
        let refusal =
            |_| E::custom(format!("{} {}; allowed: {}", quoted(text), reason(text), words()));
        text.parse().map(VpcCidr).map_err(refusal)
    }
}

impl<'de> Deserialize<'de> for VpcCidr {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Network)
    }
}

impl Serialize for VpcCidr {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The form and the size; that the network is private and has no host bits, a pattern cannot say.
impl JsonSchema for VpcCidr {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "VpcCidr".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let sizes: Vec<_> =
            (LARGEST_VPC_PREFIX..=SMALLEST_VPC_PREFIX).map(|prefix| prefix.to_string()).collect();
        json_schema!({
            "type": "string",
            "pattern": format!(r"^([0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}/({})$", sizes.join("|")),
            "examples": ["10.0.0.0/16"],
            super::schema::ALLOWED: words(),
        })
    }
}
