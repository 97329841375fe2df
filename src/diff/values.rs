//! [`Values`]: the values of a configuration as [`Value`]s, in which what is unknown says what it
//! comes from.

use std::cell::Cell;

use anyhow::{Result, bail};
use indexmap::IndexMap;
use terraform::configuration::declared::Module;
use terraform::configuration::{Arguments, Configuration, Content, Instance, Instances};
use terraform::expr::{Expr, Step};
use terraform::read::{Body, Item};
use terraform::value::{Cause, Causes, Part, Unknown, Value as Evaluated};

use super::normal::without_lists_of_one;
use super::value::{Reference, Value};

/// Values made for one stack; production's takes 14,000.
const MOST: usize = 1_000_000;

/// Makes values of evaluated ones.
pub(super) struct Values<'a> {
    configuration: &'a Configuration,
    instances: &'a Instances,
    /// How many values may still be made.
    left: Cell<usize>,
}

impl<'a> Values<'a> {
    pub fn new(configuration: &'a Configuration, instances: &'a Instances) -> Self {
        Values { configuration, instances, left: Cell::new(MOST) }
    }

    /// The arguments that are set.
    pub fn arguments(&self, arguments: &Arguments) -> Result<IndexMap<String, Value>> {
        let mut values = IndexMap::new();
        for argument in &arguments.0 {
            let value = match &argument.content {
                Content::Value(evaluated) => self.of(evaluated)?,
                Content::Blocks(blocks) if blocks.is_empty() => continue,
                Content::Blocks(blocks) => {
                    let blocks = blocks
                        .iter()
                        .map(|block| Ok(Value::Map(self.arguments(&block.arguments)?)));
                    Value::List(blocks.collect::<Result<_>>()?)
                }
                Content::SomeBlocks(blocks, causes) => {
                    let known = blocks
                        .iter()
                        .map(|block| Ok(Value::Map(self.arguments(&block.arguments)?)));
                    let known = Value::List(known.collect::<Result<_>>()?);
                    let text = format!("{known} and those for each of {}", listed(causes));
                    Value::Computed { text, from: self.causes(causes)? }
                }
            };
            if value != Value::Null {
                values.insert(argument.name.to_string(), value);
            }
        }
        Ok(values)
    }

    /// A value.
    pub fn of(&self, evaluated: &Evaluated) -> Result<Value> {
        match self.left.get().checked_sub(1) {
            Some(left) => self.left.set(left),
            None => bail!("its values refer to each other more often than a stack needs"),
        }
        Ok(match evaluated {
            Evaluated::Null(_) => Value::Null,
            Evaluated::Bool(evaluated) => Value::Bool(*evaluated),
            Evaluated::Number(number) => Value::Number(number.clone()),
            Evaluated::String(text) => {
                match evaluated.read_json().filter(|_| is_compact_json(text)) {
                    Some(document) => Value::Document(Box::new(self.of(&document)?)),
                    None => Value::String(text.to_string()),
                }
            }
            Evaluated::List(_) | Evaluated::Set(_) | Evaluated::Tuple(_) => {
                Value::List(evaluated.children().map(|item| self.of(item)).collect::<Result<_>>()?)
            }
            Evaluated::Map(_) | Evaluated::Object(_) => {
                let entries = evaluated.as_entries().into_iter().flatten();
                Value::Map(
                    entries
                        .map(|(name, item)| Ok((name.to_string(), self.of(item)?)))
                        .collect::<Result<_>>()?,
                )
            }
            Evaluated::Template(template) => match evaluated.read_json() {
                Some(document) => Value::Document(Box::new(self.of(&document)?)),
                None => {
                    let part = |part: &Part| match part {
                        Part::Text(text) => Ok(Value::String(text.to_string())),
                        Part::Hole(hole) => self.of(hole),
                        Part::Json(hole) => Ok(Value::Document(Box::new(self.of(hole)?))),
                    };
                    Value::Template(template.parts.iter().map(part).collect::<Result<_>>()?)
                }
            },
            Evaluated::Unknown(unknown) => self.unknown(unknown)?,
            Evaluated::Sensitive(inner) => Value::Sensitive(Box::new(self.of(inner)?)),
        })
    }

    fn unknown(&self, unknown: &Unknown) -> Result<Value> {
        if unknown.is_its_cause()
            && let Some(cause) = unknown.causes.iter().next()
        {
            return self.cause(cause);
        }
        let text = unknown
            .computation
            .as_ref()
            .map_or_else(|| listed(&unknown.causes), ToString::to_string);
        Ok(Value::Computed { text, from: self.causes(&unknown.causes)? })
    }

    fn causes(&self, causes: &Causes) -> Result<Vec<Value>> {
        causes.iter().map(|cause| self.cause(cause)).collect()
    }

    fn cause(&self, cause: &Cause) -> Result<Value> {
        let reference = |address: &str, path: &str| {
            Value::Reference(Reference { address: address.to_owned(), path: path.to_owned() })
        };
        Ok(match cause {
            Cause::Attribute { resource, path } => reference(resource, path),
            Cause::Variable(address) => reference(address, ""),
            Cause::MissingFile(path) => Value::MissingFile(path.to_string()),
            Cause::Data { resource, path } => match self.instances.by_address.get(resource) {
                Some(instance) => self.data(instance, path)?,
                None => reference(resource, path),
            },
            other => Value::Computed { text: other.to_string(), from: Vec::new() },
        })
    }

    fn data(&self, instance: &Instance, path: &str) -> Result<Value> {
        match self.left.get().checked_sub(1) {
            Some(left) => self.left.set(left),
            None => bail!("its values refer to each other more often than a stack needs"),
        }
        let mut content = Value::Map(self.arguments(&instance.arguments)?);
        without_lists_of_one(&mut content);
        let beside = self.beside(instance);
        let (kind, path) = (instance.name.kind.to_string(), path.to_owned());
        Ok(Value::Data { kind, path, content: Box::new(content), beside })
    }

    /// The resources that the block of a data source names, and not by way of a variable, a local
    /// value or a module.
    fn beside(&self, instance: &Instance) -> Vec<Reference> {
        let mut named: Vec<String> = instance.depends_on.iter().map(ToString::to_string).collect();
        if let Some(resource) =
            self.module(&instance.module).and_then(|module| module.resources.get(&instance.name))
        {
            collect(&resource.body, &mut |expr| {
                let names =
                    expr.references().into_iter().filter_map(|reference| match reference.steps {
                        [Step::Attribute(name), ..] => Some(format!("{}.{name}", reference.root)),
                        _ => None,
                    });
                named.extend(names.map(|name| joined(&instance.module, &name)));
            });
        }
        let is_named = |address: &str| named.iter().any(|name| is_of(address, name));
        let mut beside: Vec<_> =
            self.instances.by_address.keys().filter(|address| is_named(address)).collect();
        beside.sort();
        beside
            .into_iter()
            .map(|address| Reference { address: address.to_string(), path: String::new() })
            .collect()
    }

    fn module(&self, address: &str) -> Option<&'a Module> {
        let names = without_keys(address);
        let is_it = |path: &[std::sync::Arc<str>]| {
            path.iter().map(|name| format!("module.{name}")).collect::<Vec<_>>().join(".") == names
        };
        self.configuration.modules().find(|(path, _)| is_it(path)).map(|(_, module)| module)
    }
}

/// Whether an address is that of a resource or module, of an instance of it, or of what is in it.
pub(super) fn is_of(address: &str, whole: &str) -> bool {
    let is_module = || whole.rsplit('.').nth(1) == Some("module");
    address.strip_prefix(whole).is_some_and(|rest| match rest.chars().next() {
        None | Some('[') => true,
        Some('.') => is_module(),
        _ => false,
    })
}

/// `module.network` and `aws_vpc.main` in one address.
pub(super) fn joined(module: &str, address: &str) -> String {
    if module.is_empty() { address.to_owned() } else { format!("{module}.{address}") }
}

/// `module.a["x"].aws_vpc.main[0]` without its keys.
pub(super) fn without_keys(address: &str) -> String {
    let (mut within, mut quoted, mut escaped) = (false, false, false);
    let keep = |c: &char| {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if within => quoted = !quoted,
            '[' if !quoted => within = true,
            ']' if !quoted => {
                within = false;
                return false;
            }
            _ => {}
        }
        !within
    };
    address.chars().filter(keep).collect()
}

fn collect<'b>(body: &'b Body, visit: &mut dyn FnMut(&'b Expr)) {
    for item in &body.items {
        match item {
            Item::Attribute(attribute) => visit(&attribute.value),
            Item::Block(block) => collect(&block.body, visit),
        }
    }
}

fn listed(causes: &Causes) -> String {
    causes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Whether a text is an array or object of JSON as `jsonencode` writes it, without whitespace: that
/// of any other text may matter.
fn is_compact_json(text: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    let is_space = |c: char| {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        !quoted && c.is_whitespace()
    };
    text.starts_with(['{', '[']) && !text.chars().any(is_space)
}
