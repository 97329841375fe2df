//! A resource type for the unit tests, as one generated from the schema, and the reading of expected blocks.

use hcl::{Body, Number};

use super::{Address, Attr, Block, BlockWriter, Blocks, Data, Declared, List, Map, Resource};

/// The resource type and data source `test_thing`.
#[derive(Debug, Clone, Default)]
pub struct Thing {
    pub name: Attr<String>,
    pub size: Attr<Number>,
    pub zones: List<String>,
    pub tags: Map<String>,
    pub part: Blocks<Part>,
}

/// A nested block, of which a thing takes one or two.
#[derive(Debug, Clone, Default)]
pub struct Part {
    pub key: Attr<String>,
    pub inner: Blocks<Inner>,
}

/// A block nested in a nested block, at least one.
#[derive(Debug, Clone, Default)]
pub struct Inner {
    pub value: Attr<String>,
}

impl Block for Thing {
    fn write(self, out: &mut BlockWriter) {
        out.required("name", self.name);
        out.optional("size", self.size);
        out.optional("zones", self.zones);
        out.optional("tags", self.tags);
        out.blocks("part", self.part, 1..=2);
    }
}

impl Block for Part {
    fn write(self, out: &mut BlockWriter) {
        out.required("key", self.key);
        out.blocks("inner", self.inner, 1..=usize::MAX);
    }
}

impl Block for Inner {
    fn write(self, out: &mut BlockWriter) {
        out.required("value", self.value);
    }
}

impl Declared for Thing {
    const TYPE: &'static str = "test_thing";
    type Attributes = Address;
}

impl Resource for Thing {}

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
