//! Finds the references in what a module declares.

use std::sync::Arc;

use super::declared::{Condition, Output, Provider, Repeat, Resource};
use crate::expr::{Base, Expr, Kind, Reference};
use crate::read::{Block, Body, Item};

/// Which of `each`, `count` and `self` may be named where a reference is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Available {
    pub each: bool,
    pub count: bool,
    pub itself: bool,
}

impl Available {
    /// What may be named in the arguments of something that is repeated like this.
    pub fn of(repeat: &Repeat) -> Self {
        Available {
            each: matches!(repeat, Repeat::ForEach(_)),
            count: matches!(repeat, Repeat::Count(_)),
            itself: false,
        }
    }
}

/// A reference and what may be named where it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'a> {
    pub reference: Reference<'a>,
    pub available: Available,
}

/// What a resource names, from its count to its conditions.
pub(super) fn of_resource(resource: &Resource) -> Vec<Use<'_>> {
    let mut uses =
        Uses { available: Available::default(), iterators: Vec::new(), found: Vec::new() };
    uses.exprs(resource.repeat.expr());
    uses.available = Available::of(&resource.repeat);
    uses.body(&resource.body);
    uses.conditions(&resource.preconditions);
    uses.exprs(
        resource
            .lifecycle
            .iter()
            .filter(|attribute| &*attribute.name == "replace_triggered_by")
            .map(|attribute| &attribute.value),
    );
    uses.available.itself = true;
    uses.conditions(&resource.postconditions);
    resource.provisioners.iter().for_each(|body| uses.body(body));
    uses.found
}

/// What expressions name, where nothing is repeated.
pub(super) fn of_exprs<'a>(
    exprs: impl IntoIterator<Item = &'a Expr>,
    available: Available,
) -> Vec<Use<'a>> {
    let mut uses = Uses { available, iterators: Vec::new(), found: Vec::new() };
    uses.exprs(exprs);
    uses.found
}

/// What the configuration of a provider names.
pub(super) fn of_provider(provider: &Provider) -> Vec<Use<'_>> {
    let mut uses = Uses {
        available: Available { each: provider.repeated, ..Available::default() },
        iterators: Vec::new(),
        found: Vec::new(),
    };
    uses.body(&provider.body);
    uses.found
}

/// The expressions of conditions.
pub(super) fn exprs_of(conditions: &[Condition]) -> impl Iterator<Item = &Expr> {
    conditions.iter().flat_map(|condition| [&condition.condition, &condition.message])
}

/// The expressions of an output.
pub(super) fn exprs_of_output(output: &Output) -> impl Iterator<Item = &Expr> {
    std::iter::once(&output.value).chain(exprs_of(&output.preconditions)).chain(&output.depends_on)
}

struct Uses<'a> {
    available: Available,
    /// The names that dynamic blocks around give.
    iterators: Vec<Arc<str>>,
    found: Vec<Use<'a>>,
}

impl<'a> Uses<'a> {
    fn exprs(&mut self, exprs: impl IntoIterator<Item = &'a Expr>) {
        for expr in exprs {
            let outside = expr
                .references()
                .into_iter()
                .filter(|reference| !self.iterators.contains(reference.root));
            let available = self.available;
            self.found.extend(outside.map(|reference| Use { reference, available }));
        }
    }

    fn conditions(&mut self, conditions: &'a [Condition]) {
        self.exprs(exprs_of(conditions));
    }

    fn body(&mut self, body: &'a Body) {
        for item in &body.items {
            match item {
                Item::Attribute(attribute) => self.exprs([&attribute.value]),
                Item::Block(block) if &*block.kind == "dynamic" => self.dynamic(block),
                Item::Block(block) => self.body(&block.body),
            }
        }
    }

    fn dynamic(&mut self, block: &'a Block) {
        self.exprs(block.body.attribute("for_each").map(|each| &each.value));
        self.iterators.push(iterator(block));
        self.exprs(block.body.attribute("labels").map(|labels| &labels.value));
        block.body.blocks_of("content").for_each(|content| self.body(&content.body));
        self.iterators.pop();
    }
}

/// The name that a dynamic block gives to each element.
pub(super) fn iterator(block: &Block) -> Arc<str> {
    let written =
        block.body.attribute("iterator").and_then(|iterator| match &iterator.value.kind {
            Kind::Path(path) => match &path.base {
                Base::Name(name) => Some(name.clone()),
                Base::Expr(_) => None,
            },
            Kind::String(name) => Some(name.clone()),
            _ => None,
        });
    written.or_else(|| block.labels.first().map(|label| label.name.clone())).unwrap_or_default()
}
