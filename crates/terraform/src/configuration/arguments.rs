//! The arguments and blocks of a body, evaluated; dynamic blocks become blocks.

use std::sync::Arc;

use super::declared::ResourceName;
use super::expand::is_unknown_in_terraform;
use super::instances::{Argument, Arguments, Content, Nested};
use super::references::iterator;
use super::scope::Scope;
use super::values::failed;
use crate::diagnostic::Diagnostic;
use crate::eval::Evaluator;
use crate::expr::{Expr, Kind};
use crate::read::overrides::as_blocks;
use crate::read::{Attribute, Block, Body, Item};
use crate::value::{Causes, Value};

/// Evaluates the arguments of a block, with the names that dynamic blocks give.
pub(super) struct Writer<'a> {
    pub scope: &'a Scope<'a>,
    pub problems: Vec<Diagnostic>,
    /// What is written may not be there: see [`failed`].
    hypothetical: bool,
    /// What the iterators of the dynamic blocks around stand for.
    iterators: Vec<(Arc<str>, Value)>,
    /// The resource whose body it is, if it is one's.
    resource: Option<&'a ResourceName>,
    /// The kinds of the blocks around, from the resource on.
    path: Vec<Arc<str>>,
}

impl<'a> Writer<'a> {
    pub fn new(scope: &'a Scope<'a>, resource: Option<&'a ResourceName>) -> Self {
        Writer {
            scope,
            problems: Vec::new(),
            hypothetical: scope.evaluation.hypothetical,
            iterators: Vec::new(),
            resource,
            path: Vec::new(),
        }
    }

    pub fn arguments(&mut self, body: &Body) -> Arguments {
        let mut arguments = Arguments::default();
        for item in &body.items {
            match item {
                Item::Attribute(attribute) if self.is_block(attribute) => {
                    for block in as_blocks(attribute.clone()) {
                        if let Item::Block(block) = block {
                            self.block(&block, &mut arguments);
                        }
                    }
                }
                Item::Attribute(attribute) => {
                    let content = Content::Value(self.value(&attribute.value));
                    arguments.0.push(Argument {
                        name: attribute.name.clone(),
                        content,
                        span: attribute.span,
                    });
                }
                Item::Block(block) if &*block.kind == "dynamic" => {
                    self.dynamic(block, &mut arguments)
                }
                Item::Block(block) => self.block(block, &mut arguments),
            }
        }
        arguments
    }

    fn block(&mut self, block: &Block, arguments: &mut Arguments) {
        self.path.push(block.kind.clone());
        let nested = Nested { arguments: self.arguments(&block.body), span: block.span };
        self.path.pop();
        add(arguments, &block.kind, block, vec![nested], None);
    }

    /// Whether an argument is a block in truth, as JSON syntax may have it.
    fn is_block(&mut self, attribute: &Attribute) -> bool {
        let objects = match &attribute.value.kind {
            Kind::Map(_) => true,
            Kind::List(items) => items.iter().all(|item| matches!(item.kind, Kind::Map(_))),
            _ => false,
        };
        let Some(resource) = self.resource.filter(|_| objects) else { return false };
        self.path.push(attribute.name.clone());
        let is_block = self.scope.evaluation.known.is_block(resource, &self.path);
        self.path.pop();
        is_block
    }

    /// The value of an expression; if it has none, an unknown one.
    pub fn value(&mut self, expr: &Expr) -> Value {
        let budget = &self.scope.evaluation.budget;
        let value = Evaluator::new(self.scope, budget)
            .given(self.iterators.iter().cloned())
            .evaluate_checked(expr);
        value.unwrap_or_else(|found| failed(self.hypothetical, &mut self.problems, found))
    }

    fn dynamic(&mut self, block: &Block, arguments: &mut Arguments) {
        let Some(kind) = block.labels.first().map(|label| &label.name) else {
            self.problem(
                block,
                "A dynamic block has one label: the type of the blocks that it makes.",
            );
            return;
        };
        let Some(each) = block.body.attribute("for_each") else {
            self.problem(block, "A dynamic block has the argument for_each.");
            return;
        };
        let contents: Vec<&Block> = block.body.blocks_of("content").collect();
        let [content] = &*contents else {
            self.problem(block, "A dynamic block has one content block.");
            return;
        };
        let value = self.value(&each.value);
        let name = iterator(block);
        match elements(&value) {
            Elements::Known(elements) => {
                let nested = elements
                    .into_iter()
                    .map(|(key, value)| self.content(kind, &name, key, value, content))
                    .collect();
                add(arguments, kind, block, nested, None);
            }
            Elements::Unknown => {
                let causes = value.causes();
                // What is in it is evaluated all the same, for its errors; unless Terraform may
                // know that there is none.
                let known = !self.scope.evaluation.validating && !is_unknown_in_terraform(&causes);
                let around = self.hypothetical;
                self.hypothetical |= known;
                let unknown = Value::unknown_because(crate::types::Type::Dynamic, causes.clone());
                self.content(kind, &name, unknown.clone(), unknown, content);
                self.hypothetical = around;
                add(arguments, kind, block, Vec::new(), Some(causes));
            }
            Elements::None(detail) => {
                let summary = "Invalid dynamic for_each value";
                let problem = *Diagnostic::new(each.value.span, summary, detail);
                let causes = failed(self.hypothetical, &mut self.problems, vec![problem]).causes();
                add(arguments, kind, block, Vec::new(), Some(causes));
            }
        }
    }

    fn content(
        &mut self,
        kind: &Arc<str>,
        name: &Arc<str>,
        key: Value,
        value: Value,
        content: &Block,
    ) -> Nested {
        self.iterators.push((name.clone(), Value::object([("key", key), ("value", value)])));
        self.path.push(kind.clone());
        let arguments = self.arguments(&content.body);
        self.path.pop();
        self.iterators.pop();
        Nested { arguments, span: content.span }
    }

    fn problem(&mut self, block: &Block, detail: &str) {
        self.problems.push(*Diagnostic::new(block.span, "Invalid dynamic block", detail));
    }
}

enum Elements {
    Known(Vec<(Value, Value)>),
    Unknown,
    /// It cannot be walked through, and why.
    None(&'static str),
}

/// The keys and elements of what a dynamic block walks through.
fn elements(value: &Value) -> Elements {
    let (plain, sensitive) = value.unmarked();
    let marked = |value: &Value| value.clone().marked(sensitive);
    match plain {
        Value::Null(_) => Elements::None("Cannot use a null value in for_each."),
        Value::Unknown(_) => Elements::Unknown,
        Value::Set(set) => {
            Elements::Known(set.items.iter().map(|item| (marked(item), marked(item))).collect())
        }
        Value::List(_) | Value::Tuple(_) => {
            let items = plain.as_items().unwrap_or_default();
            Elements::Known(
                items
                    .iter()
                    .enumerate()
                    .map(|(at, item)| (Value::integer(at), marked(item)))
                    .collect(),
            )
        }
        Value::Map(_) | Value::Object(_) => {
            let entries = plain.as_entries().into_iter().flatten();
            Elements::Known(
                entries.map(|(key, item)| (Value::String(key.clone()), marked(item))).collect(),
            )
        }
        _ => Elements::None(
            "Cannot use a string, a number or a bool in for_each: an iterable collection is \
             required.",
        ),
    }
}

/// Adds blocks to those of the same name.
fn add(
    arguments: &mut Arguments,
    kind: &Arc<str>,
    block: &Block,
    nested: Vec<Nested>,
    unknown: Option<Causes>,
) {
    let at = arguments.0.iter().position(|argument| argument.name == *kind).unwrap_or_else(|| {
        let content = Content::Blocks(Vec::new());
        arguments.0.push(Argument { name: kind.clone(), content, span: block.span });
        arguments.0.len() - 1
    });
    let Some(argument) = arguments.0.get_mut(at) else { return };
    let before = std::mem::replace(&mut argument.content, Content::Blocks(Vec::new()));
    argument.content = match (before, unknown) {
        (Content::Blocks(mut blocks), None) => {
            blocks.extend(nested);
            Content::Blocks(blocks)
        }
        (Content::Blocks(blocks), Some(causes)) => Content::SomeBlocks(blocks, causes),
        (Content::SomeBlocks(mut blocks, mut causes), unknown) => {
            blocks.extend(nested);
            causes.extend(&unknown.unwrap_or_default());
            Content::SomeBlocks(blocks, causes)
        }
        // An argument and a block of one name: in JSON syntax an argument may be a block.
        (value @ Content::Value(_), _) => value,
    };
}
