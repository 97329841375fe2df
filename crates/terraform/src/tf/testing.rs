//! A resource type for the unit tests, like those generated from the schema, and a reader for
//! expected blocks.
// No test reads every attribute.
#![allow(dead_code)]

use std::collections::BTreeMap;

use hcl::{Body, Number};

use super::Data;

crate::resource_type! {
    /// The resource type and data source `test_thing`.
    Thing = "test_thing", ThingAttributes
    arguments {
        required name: String,
        optional size: Number,
        optional tags: BTreeMap<String, String>,
        optional r#type: String,
        optional zones: Vec<String>,
    }
    blocks {
        part: Part = 1..=2,
    }
    attributes {
        id: String,
    }
}

crate::block_type! {
    /// A nested block, of which a thing takes one or two.
    Part
    arguments {
        required key: String,
    }
    blocks {
        inner: Inner = 1..=usize::MAX,
    }
}

crate::block_type! {
    /// A block nested in a nested block, at least one.
    Inner
    arguments {
        required value: String,
    }
    blocks {}
}

impl Data for Thing {}

/// A thing with everything it needs, and nothing else.
pub fn thing() -> Thing {
    let inner = crate::block!(Inner { value: "v" });
    crate::block!(Thing { name: "n", part: crate::block!(Part { key: "k", inner: inner }) })
}

/// What [`thing`] writes.
pub const THING: &str = "name = \"n\"\npart {\nkey = \"k\"\ninner {\nvalue = \"v\"\n}\n}";

/// The body that a Terraform file holds.
pub fn parsed(source: &str) -> Body {
    hcl::parse(source).unwrap_or_else(|error| panic!("{source}: {error}"))
}
