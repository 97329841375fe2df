//! [`Evaluation`]: the values of a configuration, as far as they are evaluated.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;

use super::declared::{Module, ProviderName, ResourceName};
use super::inputs::Given;
use super::instances::{Arguments, Instance, Known};
use super::tree::{Node, Tree};
use crate::budget::Budget;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::types::Type;
use crate::value::{Cause, Causes, Value};

/// The values of a configuration, as far as they are evaluated.
pub(super) struct Evaluation<'a> {
    pub tree: &'a Tree,
    /// The instances of all modules; the root is the first.
    pub modules: Vec<ModuleInstance>,
    /// The instances of each node of the tree.
    pub(super) of_node: Vec<Vec<usize>>,
    pub budget: Budget,
    pub root: &'a Path,
    /// The folder within which functions may read files.
    pub readable: PathBuf,
    pub workspace: String,
    /// Whether the values are compared with those of another configuration.
    pub compared: bool,
    pub(super) given: &'a IndexMap<Arc<str>, Given>,
    pub(super) known: &'a dyn Known,
    pub(super) problems: Vec<Diagnostic>,
    /// Nothing is known but what is written: see [`Evaluation::validate`].
    pub(super) validating: bool,
    /// What is evaluated may have no instance: its errors are none yet.
    pub(super) hypothetical: bool,
    /// With the instance of its module.
    pub(super) instances: Vec<Instance>,
}

/// An instance of a module: its values, as far as they are evaluated.
#[derive(Debug, Default)]
pub(super) struct ModuleInstance {
    pub node: usize,
    /// `module.a["x"]`; empty for the root module.
    pub address: Arc<str>,
    /// Whether it stands for any number of instances, or is in one that does.
    pub(super) hypothetical: bool,
    pub(super) parent: Option<usize>,
    /// What `count` and `each` stand for in the call.
    pub(super) repetition: Repetition,
    pub variables: HashMap<Arc<str>, Value>,
    /// The values that a call gives to variables of which everything else knows nothing: see
    /// [`Evaluation::validate`].
    pub(super) given: HashMap<Arc<str>, Value>,
    pub locals: HashMap<Arc<str>, Value>,
    pub outputs: BTreeMap<Arc<str>, Value>,
    pub resources: HashMap<ResourceName, Value>,
    pub calls: HashMap<Arc<str>, Expansion>,
    pub(super) providers: Vec<(ProviderName, Span, Arc<Arguments>)>,
}

/// What `count` and `each` stand for in an instance.
#[derive(Debug, Clone, Default)]
pub(super) enum Repetition {
    #[default]
    None,
    Index(Value),
    Each(Value, Value),
}

/// The instances of a module that a call makes.
#[derive(Debug)]
pub(super) enum Expansion {
    Once(usize),
    Count(Vec<usize>),
    Each(Vec<(Arc<str>, usize)>),
    /// One stands for all, and why it is unknown how many there are.
    Unknown(#[allow(dead_code)] usize, Causes),
    /// The source is not available.
    Missing,
}

/// The value where there was an error: unknown, without a cause.
pub(super) fn nothing() -> Value {
    Value::unknown_because(Type::Dynamic, Causes::default())
}

/// Adds what is wrong to the problems; answers the value in its place, an unknown one. In what may
/// have no instance it is no problem, but the reason why the value is unknown.
pub(super) fn failed(
    hypothetical: bool,
    problems: &mut Vec<Diagnostic>,
    found: Vec<Diagnostic>,
) -> Value {
    if hypothetical {
        let cause = found.first().map(|problem| Cause::Other(problem.to_string().into()));
        return Value::unknown_because(Type::Dynamic, cause.map(Causes::one).unwrap_or_default());
    }
    problems.extend(found);
    nothing()
}

impl<'a> Evaluation<'a> {
    pub fn new(
        tree: &'a Tree,
        root: &'a Path,
        given: &'a IndexMap<Arc<str>, Given>,
        known: &'a dyn Known,
        workspace: String,
        compared: bool,
    ) -> Self {
        let mut of_node = vec![Vec::new(); tree.nodes.len()];
        if let Some(first) = of_node.first_mut() {
            first.push(0);
        }
        let modules = vec![ModuleInstance::default()];
        let (budget, problems, instances, validating, hypothetical) = Default::default();
        let readable = readable(root, tree);
        Evaluation {
            readable,
            tree,
            modules,
            of_node,
            budget,
            root,
            workspace,
            compared,
            given,
            known,
            problems,
            validating,
            hypothetical,
            instances,
        }
    }

    /// What the module of an instance declares.
    pub fn module_of(&self, module: usize) -> &'a Module {
        self.module(self.modules.get(module).map_or(0, |instance| instance.node))
    }

    /// The folder of a module's instance.
    pub fn folder_of(&self, module: usize) -> &Path {
        &self.module_of(module).folder
    }

    pub(super) fn module(&self, node: usize) -> &'a Module {
        // The root is always there.
        self.tree.nodes.get(node).map_or(&self.tree.nodes[0].module, |node| &node.module)
    }

    /// See [`failed`].
    pub(super) fn failed(&mut self, found: Vec<Diagnostic>) -> Value {
        failed(self.hypothetical, &mut self.problems, found)
    }

    pub(super) fn set<T>(&mut self, module: usize, change: impl FnOnce(&mut ModuleInstance) -> T) {
        if let Some(instance) = self.modules.get_mut(module) {
            change(instance);
        }
    }
}

/// What an instance costs of the budget, beside its values.
pub(super) const INSTANCE: u64 = 1024;

/// The folder within which functions may read files: that of the root module; where modules are
/// beside it, the repository that all of them are in.
fn readable(root: &Path, tree: &Tree) -> PathBuf {
    let beside = tree.nodes.iter().any(|node| node.module.folder.starts_with(".."));
    let repository = || {
        let root = root.canonicalize().ok()?;
        let repository = root.ancestors().find(|folder| folder.join(".git").exists())?;
        let within = |node: &Node| {
            root.join(&node.module.folder)
                .canonicalize()
                .is_ok_and(|folder| folder.starts_with(repository))
        };
        tree.nodes.iter().all(within).then(|| repository.to_path_buf())
    };
    beside.then(repository).flatten().unwrap_or_else(|| root.to_path_buf())
}

/// `module.a.`, before what is in it.
pub(super) fn prefix(module: &str) -> String {
    if module.is_empty() { String::new() } else { format!("{module}.") }
}
