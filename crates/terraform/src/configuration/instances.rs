//! [`Instances`]: the resource instances of a configuration, with the arguments of each.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

use super::declared::{Mode, ProviderName, ResourceName};
use crate::source::Span;
use crate::value::{Causes, Value};

/// The instances of all resources and data sources, by address, in the order in which they were
/// evaluated, and the outputs of the root module.
#[derive(Debug, Default)]
pub struct Instances {
    /// By address: `module.a["x"].aws_vpc.main[0]`.
    pub by_address: IndexMap<Arc<str>, Instance>,
    /// The output values of the root module.
    pub outputs: IndexMap<Arc<str>, Value>,
}

/// Which one of several.
#[derive(Debug, Clone, PartialEq)]
pub enum InstanceKey {
    /// It is the only one, and has no key.
    None,
    /// The index, with `count`.
    Index(usize),
    /// The key, with `for_each`.
    Name(Arc<str>),
    /// How many there are is unknown, and so is what they are called: this one stands for all.
    Unknown(Causes),
}

impl fmt::Display for InstanceKey {
    /// As in an address: `["a"]`, with Terraform's escapes.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InstanceKey::None => Ok(()),
            InstanceKey::Index(index) => write!(out, "[{index}]"),
            InstanceKey::Name(name) => write!(out, "[{}]", quoted(name)),
            InstanceKey::Unknown(_) => out.write_str("[*]"),
        }
    }
}

/// A string as Terraform writes it in addresses.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '"' | '\\' => quoted.extend(['\\', character]),
            '$' | '%' if characters.peek() == Some(&'{') => quoted.extend([character, character]),
            control if control.is_control() => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(control)))
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// An instance of a resource or of a data source.
#[derive(Debug)]
pub struct Instance {
    /// Its address.
    pub address: Arc<str>,
    /// Its mode, type and name.
    pub name: ResourceName,
    /// Its key.
    pub key: InstanceKey,
    /// The address of the module's instance that it is in: `module.a["x"]`; empty for the root
    /// module.
    pub module: Arc<str>,
    /// The provider that makes it.
    pub provider: ProviderOf,
    /// What is written for it.
    pub arguments: Arguments,
    /// What it waits for, by address, as `depends_on` has it: its own, and those of the modules it
    /// is in.
    pub depends_on: Vec<Arc<str>>,
    /// The arguments of `lifecycle`, as they are written.
    pub lifecycle: Vec<crate::read::Attribute>,
    /// Where its block is.
    pub span: Span,
}

impl Instance {
    /// Whether it is a resource, a data source or an ephemeral resource.
    pub fn mode(&self) -> Mode {
        self.name.mode
    }

    /// Whether there may be none or several of it: how many, is not known.
    pub fn is_certain(&self) -> bool {
        !matches!(self.key, InstanceKey::Unknown(_)) && !self.module.contains("[*]")
    }
}

/// The provider of an instance.
#[derive(Debug, Clone)]
pub struct ProviderOf {
    /// The configuration that was found for it, as it is called in the module that has it.
    pub name: ProviderName,
    /// The module that has it; empty for the root module.
    pub module: Arc<str>,
    /// Where its block is, if there is one.
    pub span: Span,
    /// The arguments of the block.
    pub arguments: Arc<Arguments>,
}

impl ProviderOf {
    /// The value of its argument `region`, if that is written.
    pub fn region(&self) -> Option<&Value> {
        self.arguments.value("region")
    }
}

/// The arguments and blocks that are written, each name once, in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Arguments(pub Vec<Argument>);

/// An argument, or all blocks of one name.
#[derive(Debug, Clone)]
pub struct Argument {
    /// The name.
    pub name: Arc<str>,
    /// The value, or the nested blocks.
    pub content: Content,
    /// Where the name is first written.
    pub span: Span,
}

/// What is written for an argument.
#[derive(Debug, Clone)]
pub enum Content {
    /// A value; `null`, as if it were not written.
    Value(Value),
    /// Blocks, static and dynamic ones, in the order of the text.
    Blocks(Vec<Nested>),
    /// Blocks of which it is unknown how many there are: those that are known, the static ones
    /// among them, and why there may be others.
    SomeBlocks(Vec<Nested>, Causes),
}

/// A block in a resource.
#[derive(Debug, Clone)]
pub struct Nested {
    /// What is written in it.
    pub arguments: Arguments,
    /// The place in its file.
    pub span: Span,
}

impl Arguments {
    /// The argument of this name.
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.0.iter().find(|argument| &*argument.name == name)
    }

    /// The value of an argument that is not a block.
    pub fn value(&self, name: &str) -> Option<&Value> {
        match &self.get(name)?.content {
            Content::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The blocks of this name.
    pub fn blocks(&self, name: &str) -> &[Nested] {
        match self.get(name).map(|argument| &argument.content) {
            Some(Content::Blocks(blocks) | Content::SomeBlocks(blocks, _)) => blocks,
            _ => &[],
        }
    }

    /// As a value: an object of the arguments; blocks are a list of objects, as far as their number
    /// is known.
    pub fn to_value(&self) -> Value {
        Value::object(
            self.0.iter().map(|argument| (argument.name.clone(), argument.content.to_value())),
        )
    }
}

impl Content {
    /// Makes a value of it.
    pub fn to_value(&self) -> Value {
        match self {
            Content::Value(value) => value.clone(),
            Content::Blocks(blocks) => {
                Value::tuple(blocks.iter().map(|block| block.arguments.to_value()))
            }
            Content::SomeBlocks(_, causes) => {
                Value::unknown_because(crate::types::Type::Dynamic, causes.clone())
            }
        }
    }
}

/// What is known of resources and variables beside the configuration: from a plan, a state, or a
/// provider's schema.
pub trait Known {
    /// Attributes of an instance that are known though they are not written, or written otherwise
    /// than they become.
    fn attributes(&self, instance: &Instance) -> BTreeMap<Arc<str>, Value> {
        let _ = instance;
        BTreeMap::new()
    }

    /// The provider's schema, where it is available: it answers for the two questions below.
    fn schema(&self) -> Option<&dyn Known> {
        None
    }

    /// The type that the provider gives an attribute: what is written for it is converted, as
    /// Terraform does.
    fn attribute_type(
        &self,
        resource: &ResourceName,
        attribute: &str,
    ) -> Option<crate::types::Type> {
        self.schema()?.attribute_type(resource, attribute)
    }

    /// Whether what this path leads to, from the resource on, is a block: in JSON syntax an object,
    /// or a list of objects, is both the value of an argument and a block, and only the
    /// provider's schema says which.
    fn is_block(&self, resource: &ResourceName, path: &[Arc<str>]) -> bool {
        self.schema().is_some_and(|schema| schema.is_block(resource, path))
    }

    /// The value of a variable of the root module that is given by none of the variable files.
    fn variable(&self, name: &str) -> Option<Value> {
        let _ = name;
        None
    }
}

/// Nothing but the configuration.
pub struct NothingKnown;

impl Known for NothingKnown {}
