//! JSON read strictly: what serde_json would merge (duplicate keys) or round (`1e2`, `10.0`,
//! `2^53+1`) stays visible.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fmt,
};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::masked::Masked;

/// Largest integer every JSON implementation keeps exactly: 2^53 - 1 (RFC 7493 section 2.2).
const MAX_EXACT: u64 = (1 << 53) - 1;

/// A JSON value, as far as a payment request can hold one.
#[derive(Debug)]
pub(crate) enum Node {
    Integer(i64),
    /// A number with a fraction, an exponent or a negative zero, or beyond the exact range.
    InexactNumber,
    Text(Masked<String>),
    Object(Object),
    /// No field of a payment request is null, a boolean or an array.
    Other,
}

/// A JSON object and the keys it holds more than once.
#[derive(Debug, Default)]
pub(crate) struct Object {
    pub fields: BTreeMap<Masked<String>, Node>,
    pub duplicates: Vec<Masked<String>>,
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(if number <= MAX_EXACT {
            Node::Integer(number.cast_signed())
        } else {
            Node::InexactNumber
        })
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(if number.unsigned_abs() <= MAX_EXACT {
            Node::Integer(number)
        } else {
            Node::InexactNumber
        })
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::InexactNumber)
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(Masked::new(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Node::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut object = Object::default();
        while let Some((key, value)) = entries.next_entry::<String, Node>()? {
            match object.fields.entry(Masked::new(key)) {
                Entry::Vacant(entry) => _ = entry.insert(value),
                Entry::Occupied(entry) => object.duplicates.push(entry.key().clone()),
            }
        }
        Ok(Node::Object(object))
    }
}
