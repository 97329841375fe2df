//! The inventory of modules that were not planned yet: what Terraform would say of them, as far as it can be known without it.
//!
//! Differs from a plan in one point: arguments that are left out are absent, where a plan has the provider's default. Rules treat both
//! alike, since they state the default of what is absent.

mod evaluate;
mod evaluation;
mod expressions;
pub(super) mod references;
mod scope;
mod step;
mod template;

use std::borrow::Cow;
use std::sync::Arc;

use hcl::Body;
use rayon::prelude::*;
use serde_json::{Map, Value};

use super::inventory::{Entry, Inventory};
use super::modules::Modules;
use super::plan::{Action, Mode};
use evaluate::Evaluated;
pub use expressions::Expressions;
use expressions::root_module;
use scope::{Declared, Scope, Scopes, blocks, labelled};
use terraform::tf::{DeclareError, Module, Root};

/// How many blocks a core takes at a time: some microseconds each, so that none waits long for the other.
const TOGETHER: usize = 16;

impl Inventory {
    /// The inventory of a stack as it is declared.
    ///
    /// # Errors
    /// When a module cannot be declared.
    pub fn from_modules(root: &Root) -> Result<Self, DeclareError> {
        let modules = root.modules()?;
        let modules: Vec<_> = modules.par_iter().map(|module| (module, Expressions::of(module))).collect();
        Ok(Self::of_declared(root, &modules))
    }

    /// The inventory of a stack whose modules, those that `root` calls, are declared already.
    pub fn of_declared(root: &Root, modules: &[(&Module, Expressions)]) -> Self {
        let scopes = Scopes::of(root, modules.iter().map(|(module, _)| *module));
        let tags = default_tags(&scopes);
        let blocks = scopes.all().iter().flat_map(|scope| blocks(scope.main).map(move |block| (scope, block)));
        let blocks: Vec<_> = blocks.collect();
        let entries: Vec<_> = blocks
            .par_iter()
            .with_min_len(TOGETHER)
            .map(|(scope, block)| entry(&scopes, scope, block, &tags))
            .collect();
        let mut called: Vec<_> =
            modules.iter().map(|(module, expressions)| (module.name(), expressions.shared())).collect();
        called.sort_by_key(|(name, _)| *name);
        Self::of(Modules::called(root_module(root), called), entries)
    }
}

fn default_tags(scopes: &Scopes) -> Map<String, Value> {
    let provider = labelled(scopes.root().main, "provider").map(|(_, body)| body);
    let blocks = provider.flat_map(Body::blocks).filter(|block| block.identifier() == "default_tags");
    let tags = blocks.flat_map(|block| block.body().attributes()).find(|argument| argument.key() == "tags");
    match tags.map(|tags| Evaluated::of(scopes, scopes.root(), tags.expr()).value) {
        Some(Value::Object(tags)) => tags,
        _ => Map::new(),
    }
}

fn entry(scopes: &Scopes, scope: &Scope, block: &Declared, tags: &Map<String, Value>) -> Entry {
    let Evaluated { mut value, unknown } = evaluate::block(scopes, scope, block.body);
    value.as_object_mut().into_iter().for_each(|values| add_tags(values, tags));
    let actions: &[Action] = if block.mode == Mode::Data { &[Action::Read] } else { &[Action::Create] };
    let mut entry = Entry::new(Arc::clone(&scope.address), String::new(), block.mode, block.kind, block.name);
    let dot = if scope.address.is_empty() { "" } else { "." };
    entry.address = [&*scope.address, dot, &entry.block].concat();
    Entry { actions: Cow::Borrowed(actions), values: value, unknown, ..entry }
}

/// The provider adds its own tags to those of every resource that takes tags.
fn add_tags(values: &mut Map<String, Value>, tags: &Map<String, Value>) {
    let Some(own) = values.get("tags").and_then(Value::as_object) else { return };
    let mut all = tags.clone();
    all.extend(own.iter().map(|(name, tag)| (name.clone(), tag.clone())));
    values.insert("tags_all".to_owned(), Value::Object(all));
}
