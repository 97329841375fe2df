//! [`Configuration`]: a folder of Terraform, read and checked; [`Configuration::instances`]: the
//! resource instances that it has.
//!
//! Files become blocks ([`crate::read`]), blocks declarations ([`declared`]), declarations a tree
//! of modules; then everything is evaluated once, each value after those that it names.

mod arguments;
mod builtin;
mod calls;
mod check_names;
mod declare;
pub mod declared;
mod evaluation;
mod expand;
mod graph;
mod inputs;
mod instances;
mod lifecycle;
mod literal;
mod order;
mod referenced;
mod references;
mod resources;
mod scope;
mod shape;
mod statements;
mod target;
mod tree;
mod values;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;

pub use inputs::Variables;
pub use instances::{
    Argument, Arguments, Content, Instance, InstanceKey, Instances, Known, Nested, NothingKnown,
    ProviderOf,
};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::eval;
use crate::names::Names;
use crate::read::folder::Reader;
use crate::read::native::{self, Where};
use crate::source::{Source, Sources, Span};
use crate::value::Value;
use check_names::check_names;
use declared::Module;
use graph::Vertex;
use inputs::Given;
use tree::Tree;

/// A configuration: the root module in a folder, and the modules that it calls, with the values of
/// its variables.
pub struct Configuration {
    root: PathBuf,
    sources: Arc<Sources>,
    tree: Tree,
    given: IndexMap<Arc<str>, Given>,
    order: Vec<Vertex>,
    workspace: String,
    twins: Vec<PathBuf>,
    warnings: Vec<Diagnostic>,
    /// Whether it was read for a comparison.
    compared: bool,
}

impl Configuration {
    /// Reads the configuration in a folder, and checks what can be checked before anything is
    /// evaluated.
    ///
    /// # Errors
    /// Everything that is wrong with it, as Terraform would refuse it.
    pub fn read(folder: &Path, variables: &Variables) -> Result<Self, Diagnostics> {
        Self::read_as(folder, variables, false)
    }

    /// Reads the configuration in a folder to compare what it makes with what another makes:
    /// variables have their defaults only, whatever `terraform.tfvars` says; the content of a
    /// file that is not there is unknown; and each unknown value says what it is computed by.
    ///
    /// # Errors
    /// As [`Configuration::read`].
    pub fn read_for_comparison(folder: &Path) -> Result<Self, Diagnostics> {
        Self::read_as(folder, &Variables::default(), true)
    }

    fn read_as(folder: &Path, variables: &Variables, compared: bool) -> Result<Self, Diagnostics> {
        let mut reader = match Reader::new(folder) {
            Ok(reader) => reader,
            Err(problem) => {
                let detail = format!("{} cannot be read as a folder: {problem}.", folder.display());
                let list =
                    vec![*Diagnostic::new(Span::NONE, "Failed to read module directory", detail)];
                return Err(Diagnostics { list, sources: Arc::default() });
            }
        };
        let tree = tree::read(&mut reader).unwrap_or_else(|problem| {
            reader.problems.push(*problem);
            Tree { nodes: Vec::new() }
        });
        let mut given = IndexMap::new();
        let mut order = Vec::new();
        let mut warnings = Vec::new();
        if let Some(root) = tree.nodes.first().filter(|_| !compared) {
            given = inputs::read(&mut reader, &root.module, variables, &mut warnings);
        }
        if reader.problems.is_empty() {
            check_calls(&tree, &mut reader.problems);
            let of_calls = reader.problems.len();
            tree.modules().for_each(|module| check_names(module, &mut reader.problems));
            if reader.problems.len() == of_calls {
                order = order::order(&tree, &mut reader.problems);
            }
        }
        let workspace = reader.workspace();
        if reader.problems.is_empty() {
            let evaluation = values::Evaluation::new(
                &tree,
                folder,
                &given,
                &NothingKnown,
                workspace.clone(),
                compared,
            );
            reader.problems = evaluation.validate(&order);
        }
        let (sources, list, twins) = (Arc::new(reader.sources), reader.problems, reader.twins);
        match list.is_empty() {
            true => {
                let root = folder.to_path_buf();
                Ok(Configuration {
                    root,
                    sources,
                    tree,
                    given,
                    order,
                    workspace,
                    twins,
                    warnings,
                    compared,
                })
            }
            false => Err(Diagnostics { list, sources }),
        }
    }

    /// A module as it is declared, for all configurations that call it.
    ///
    /// # Errors
    /// What Terraform would refuse.
    pub fn declared_module(module: &crate::tf::Module) -> Result<Arc<Module>, Diagnostics> {
        let files = [module.main(), module.variables(), module.output_blocks()];
        declared_module(Path::new("modules").join(module.name()), files)
    }

    /// The configuration of a stack as it is declared: nothing is written and read back, and
    /// nothing has a place in a file. Its modules are those that the root calls.
    ///
    /// # Errors
    /// What Terraform would refuse.
    pub fn declared(
        root: &crate::tf::Root,
        modules: impl IntoIterator<Item = Arc<Module>>,
    ) -> Result<Self, Diagnostics> {
        let failed = |list| Diagnostics { list, sources: Arc::default() };
        let files = [root.main(), root.variable_blocks(), root.output_blocks()];
        let root = declared_module(PathBuf::new(), files)?;
        let modules = modules.into_iter().chain([root]);
        let modules = modules.map(|module| (module.folder.clone(), module)).collect();
        let mut problems = Vec::new();
        let tree =
            tree::of_declared(modules, &mut problems).map_err(|problem| failed(vec![*problem]))?;
        check_calls(&tree, &mut problems);
        let order = order::order(&tree, &mut problems);
        if !problems.is_empty() {
            return Err(failed(problems));
        }
        let (given, workspace, twins) = (IndexMap::new(), "default".to_owned(), Vec::new());
        let (root, sources, warnings, compared) =
            (PathBuf::new(), Arc::default(), Vec::new(), false);
        Ok(Configuration {
            root,
            sources,
            tree,
            given,
            order,
            workspace,
            twins,
            warnings,
            compared,
        })
    }

    /// The instances of all resources.
    ///
    /// # Errors
    /// An expression has no value, or a condition is false: everything that was found.
    pub fn instances(&self) -> Result<Instances, Diagnostics> {
        self.instances_with(&NothingKnown)
    }

    /// What the configuration makes, with what is known beside it.
    ///
    /// # Errors
    /// As [`Configuration::instances`].
    pub fn instances_with(&self, known: &dyn Known) -> Result<Instances, Diagnostics> {
        let evaluation = values::Evaluation::new(
            &self.tree,
            &self.root,
            &self.given,
            known,
            self.workspace.clone(),
            self.compared,
        );
        evaluation
            .run(&self.order)
            .map_err(|list| Diagnostics { list, sources: self.sources.clone() })
    }

    /// The value of an expression as it is in the root module; `name` is what it is called in
    /// messages.
    ///
    /// # Errors
    /// As [`Configuration::instances`], and what is wrong with the expression, with its line and a
    /// caret.
    pub fn evaluate(&self, name: &str, expression: &str) -> Result<Value, Diagnostics> {
        let mut sources = (*self.sources).clone();
        let file = sources.add(Source::new(name, expression));
        let value = self.ask(|names| {
            native::expression(expression, Where::File(file))
                .and_then(|expression| eval::evaluate(&expression, names))
        })?;
        value.map_err(|problem| Diagnostics { list: vec![*problem], sources: sources.into() })
    }

    /// Answers a question about the root module: `question` evaluates expressions with the names
    /// that are known there.
    ///
    /// # Errors
    /// As [`Configuration::instances`].
    pub fn ask<T>(&self, question: impl FnOnce(&dyn Names) -> T) -> Result<T, Diagnostics> {
        let evaluation = values::Evaluation::new(
            &self.tree,
            &self.root,
            &self.given,
            &NothingKnown,
            self.workspace.clone(),
            self.compared,
        );
        let refused = |list| Diagnostics { list, sources: self.sources.clone() };
        evaluation.ask(&self.order, question).map_err(refused)
    }

    /// The files that were read: they say where a [`Span`] is.
    pub fn sources(&self) -> &Arc<Sources> {
        &self.sources
    }

    /// The folder of the root module, as it was named; empty where nothing was read.
    pub fn folder(&self) -> &Path {
        &self.root
    }

    /// The root module.
    pub fn root(&self) -> &Module {
        // A configuration without a root module is not made.
        &self.tree.nodes[0].module
    }

    /// All modules: the names of the calls that lead to each, and what it declares.
    pub fn modules(&self) -> impl Iterator<Item = (&[Arc<str>], &Module)> {
        self.tree.nodes.iter().map(|node| (&*node.path, &*node.module))
    }

    /// The calls of modules whose source is not available, by the names of the calls: `terraform
    /// init` would fetch them.
    pub fn missing_modules(&self) -> Vec<String> {
        let missing = self.tree.nodes.iter().flat_map(|node| {
            let names =
                node.children.iter().filter(|(_, child)| child.is_none()).map(|(name, _)| name);
            names.map(|name| format!("{}module.{name}", node.prefix()))
        });
        let mut missing: Vec<String> = missing.collect();
        missing.sort();
        missing
    }

    /// What Terraform would warn of: values for variables that are not declared. None, where there
    /// is nothing.
    pub fn warnings(&self) -> Option<Diagnostics> {
        let warnings = Diagnostics { list: self.warnings.clone(), sources: self.sources.clone() };
        (!warnings.list.is_empty()).then_some(warnings)
    }

    /// The `.tf` files that were not read because a `.tofu` file of the same name takes their
    /// place: Terraform would read them.
    pub fn replaced_by_tofu(&self) -> &[PathBuf] {
        &self.twins
    }
}

fn declared_module(folder: PathBuf, files: [&hcl::Body; 3]) -> Result<Arc<Module>, Diagnostics> {
    let mut problems = Vec::new();
    let blocks = crate::read::declared::blocks(files).unwrap_or_else(|problem| {
        problems.push(*problem);
        Vec::new()
    });
    let module = declare::module(folder, blocks, &mut problems);
    check_names(&module, &mut problems);
    match problems.is_empty() {
        true => Ok(Arc::new(module)),
        false => Err(Diagnostics { list: problems, sources: Arc::default() }),
    }
}

/// Whether modules get the arguments that they have variables for.
fn check_calls(tree: &Tree, problems: &mut Vec<Diagnostic>) {
    for node in &tree.nodes {
        for (name, call) in &node.module.calls {
            let Some(child) =
                node.children.get(name).copied().flatten().and_then(|child| tree.nodes.get(child))
            else {
                continue;
            };
            let variables = &child.module.variables;
            for argument in &call.arguments {
                if !variables.contains_key(&argument.name) {
                    let detail = format!("The module has no variable named \"{}\".", argument.name);
                    problems.push(*Diagnostic::new(argument.span, "Unsupported argument", detail));
                }
            }
            let given =
                |name: &Arc<str>| call.arguments.iter().any(|argument| argument.name == *name);
            for (variable, _) in variables
                .iter()
                .filter(|(name, variable)| variable.default.is_none() && !given(name))
            {
                let detail = format!(
                    "The argument \"{variable}\" is required, but no definition was found: the \
                     module's variable has no default."
                );
                problems.push(*Diagnostic::new(call.span, "Missing required argument", detail));
            }
        }
    }
}
