//! [`Evaluation`]: the values of a configuration, while they are made: each once, in order, for all instances of its module.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use indexmap::IndexMap;

use super::arguments::Writer;
use super::declared::{Condition, Mode, Module, ProviderName, Resource, ResourceName, Variable};
use super::expand::expand;
use super::inputs::Given;
use super::instances::{Arguments, Content, Instance, InstanceKey, Instances, Known, ProviderOf};
use super::order::{Vertex, What};
use super::scope::{Repetition, Scope};
use super::tree::Tree;
use super::{builtin, referenced};
use crate::diagnostic::Diagnostic;
use crate::eval::{Budget, Evaluator};
use crate::expr::{Expr, Step};
use crate::names::Names;
use crate::source::Span;
use crate::types::Type;
use crate::value::{Cause, Causes, Unknown, Value};

pub(super) struct Evaluation<'a> {
    pub tree: &'a Tree,
    /// The instances of all modules; the root is the first.
    pub modules: Vec<ModuleInstance>,
    /// The instances of each node of the tree.
    of_node: Vec<Vec<usize>>,
    pub budget: Budget,
    pub root: &'a Path,
    /// The folder within which functions may read files.
    pub readable: std::path::PathBuf,
    pub workspace: String,
    given: &'a IndexMap<Arc<str>, Given>,
    known: &'a dyn Known,
    problems: Vec<Diagnostic>,
    /// Nothing is known but what is written: see [`Evaluation::validate`].
    validating: bool,
    /// With the instance of its module.
    instances: Vec<(usize, Instance)>,
}

/// An instance of a module: its values, as far as they are evaluated.
#[derive(Debug, Default)]
pub(super) struct ModuleInstance {
    pub node: usize,
    /// `module.a["x"]`; empty for the root module.
    pub address: Arc<str>,
    parent: Option<usize>,
    /// What `count` and `each` stand for in the call.
    repetition: Repetition,
    pub variables: HashMap<Arc<str>, Value>,
    pub locals: HashMap<Arc<str>, Value>,
    pub outputs: BTreeMap<Arc<str>, Value>,
    pub resources: HashMap<ResourceName, Value>,
    pub calls: HashMap<Arc<str>, Expansion>,
    providers: Vec<(ProviderName, Span, Arc<Arguments>)>,
}

/// The instances of a module that a call makes.
#[derive(Debug)]
pub(super) enum Expansion {
    Once(usize),
    Count(Vec<usize>),
    Each(Vec<(Arc<str>, usize)>),
    /// One stands for all, and why it is unknown how many there are.
    Unknown(#[allow(dead_code)] usize, Causes),
    /// The source is not at hand.
    Missing,
}

/// What a problem leaves: a value of which nothing is known, and nothing is said.
fn nothing() -> Value {
    Value::unknown_because(Type::Dynamic, Causes::default())
}

impl<'a> Evaluation<'a> {
    pub fn new(
        tree: &'a Tree,
        root: &'a Path,
        given: &'a IndexMap<Arc<str>, Given>,
        known: &'a dyn Known,
        workspace: String,
    ) -> Self {
        let mut of_node = vec![Vec::new(); tree.nodes.len()];
        if let Some(first) = of_node.first_mut() {
            first.push(0);
        }
        let modules = vec![ModuleInstance::default()];
        let (budget, problems, instances, validating) = Default::default();
        let readable = readable(root, tree);
        Evaluation {
            readable,
            tree,
            modules,
            of_node,
            budget,
            root,
            workspace,
            given,
            known,
            problems,
            validating,
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

    /// Evaluates everything in order.
    pub fn run(mut self, order: &[Vertex]) -> Result<Instances, Vec<Diagnostic>> {
        self.evaluate(order)?;
        Ok(self.finish())
    }

    /// Evaluates everything in order, and asks something where the names of the root module are known.
    pub fn ask<T>(mut self, order: &[Vertex], question: impl FnOnce(&dyn Names) -> T) -> Result<T, Vec<Diagnostic>> {
        self.evaluate(order)?;
        Ok(question(&Scope { evaluation: &self, module: 0, repetition: &Repetition::None, itself: None }))
    }

    /// Evaluates everything once with no variable, resource or number of instances known, as `terraform validate` does: so that what has no instance is
    /// checked too.
    pub fn validate(mut self, order: &[Vertex]) -> Vec<Diagnostic> {
        self.validating = true;
        self.evaluate(order).err().unwrap_or_default()
    }

    fn evaluate(&mut self, order: &[Vertex]) -> Result<(), Vec<Diagnostic>> {
        for vertex in order {
            let modules = self.of_node.get(vertex.node).cloned().unwrap_or_default();
            for module in modules {
                self.vertex(vertex, module);
            }
            if let Some(why) = self.budget.exhausted() {
                return Err(vec![*Diagnostic::new(Span::NONE, "Configuration too large", why)]);
            }
        }
        match std::mem::take(&mut self.problems) {
            problems if problems.is_empty() => Ok(()),
            problems => Err(problems),
        }
    }

    fn module(&self, node: usize) -> &'a Module {
        // The root is always there.
        self.tree.nodes.get(node).map_or(&self.tree.nodes[0].module, |node| &node.module)
    }

    fn vertex(&mut self, vertex: &Vertex, module: usize) {
        let declared = self.module(vertex.node);
        match &vertex.what {
            What::Call(name) => self.call(vertex.node, module, name),
            What::Variable(name) => {
                if let Some(variable) = declared.variables.get(name) {
                    let value = self.variable(vertex.node, module, name, variable);
                    self.set(module, |instance| instance.variables.insert(name.clone(), value));
                }
            }
            What::Validation(name) => {
                if let Some(variable) = declared.variables.get(name) {
                    self.conditions(
                        module,
                        &variable.validations,
                        None,
                        &Repetition::None,
                        "Invalid value for variable",
                    );
                }
            }
            What::Local(name) => {
                if let Some(local) = declared.locals.get(name) {
                    let value = self.value(module, &Repetition::None, &local.value);
                    self.set(module, |instance| instance.locals.insert(name.clone(), value));
                }
            }
            What::Output(name) => {
                if let Some(output) = declared.outputs.get(name) {
                    let value = self.value(module, &Repetition::None, &output.value);
                    if module == 0 && !self.validating && !output.sensitive && value.has_sensitive() {
                        let detail = "To reduce the risk of accidentally exporting sensitive data that was intended to be only internal, Terraform requires that any root module output containing sensitive data be explicitly marked as sensitive, to confirm your intent.";
                        self.problems.push(*Diagnostic::new(
                            output.value.span,
                            "Output refers to sensitive values",
                            detail,
                        ));
                    }
                    if module == 0 && output.ephemeral {
                        let detail = "Ephemeral outputs are not allowed in the context of a root module.";
                        self.problems.push(*Diagnostic::new(output.span, "Ephemeral output not allowed", detail));
                    }
                    if module == 0 && !self.validating && holds_infinity(&value) {
                        let detail = "A plan cannot hold an infinite number.";
                        self.problems.push(*Diagnostic::new(output.value.span, "Failed to write plan file", detail));
                    }
                    self.conditions(
                        module,
                        &output.preconditions,
                        None,
                        &Repetition::None,
                        "Module output value precondition failed",
                    );
                    // Terraform 1.11 hides a sensitive output, but does not mark its value for the caller.
                    self.set(module, |instance| instance.outputs.insert(name.clone(), value));
                }
            }
            What::Resource(name) => {
                if let Some(resource) = declared.resources.get(name) {
                    let value = self.resource(module, resource);
                    self.set(module, |instance| instance.resources.insert(name.clone(), value));
                }
            }
            What::Check(at) => {
                if let Some(check) = declared.checks.get(*at) {
                    for assert in &check.asserts {
                        // A check that is false is a warning; one that has no value is an error.
                        self.value(module, &Repetition::None, &assert.condition);
                    }
                }
            }
            What::Provider(at) => {
                if let Some(provider) = declared.providers.get(*at) {
                    let arguments = self.arguments(module, &Repetition::None, &provider.body);
                    let (name, span) = (provider.name.clone(), provider.span);
                    self.set(module, |instance| instance.providers.push((name, span, Arc::new(arguments))));
                }
            }
        }
    }

    fn set<T>(&mut self, module: usize, change: impl FnOnce(&mut ModuleInstance) -> T) {
        if let Some(instance) = self.modules.get_mut(module) {
            change(instance);
        }
    }

    fn value(&mut self, module: usize, repetition: &Repetition, expr: &Expr) -> Value {
        match self.try_value(module, repetition, expr) {
            Ok(value) => value,
            Err(problems) => {
                self.problems.extend(problems);
                nothing()
            }
        }
    }

    fn try_value(&self, module: usize, repetition: &Repetition, expr: &Expr) -> Result<Value, Vec<Diagnostic>> {
        let scope = Scope { evaluation: self, module, repetition, itself: None };
        Evaluator::new(&scope, &self.budget).evaluate_checked(expr)
    }

    fn arguments(&mut self, module: usize, repetition: &Repetition, body: &crate::read::Body) -> Arguments {
        let scope = Scope { evaluation: self, module, repetition, itself: None };
        let mut writer = Writer::new(&scope);
        let arguments = writer.arguments(body);
        let problems = writer.problems;
        self.problems.extend(problems);
        arguments
    }

    /// Conditions that are false are errors; those that are unknown are not.
    fn conditions(
        &mut self,
        module: usize,
        conditions: &[Condition],
        itself: Option<&Value>,
        repetition: &Repetition,
        summary: &str,
    ) {
        for condition in conditions {
            let scope = Scope { evaluation: self, module, repetition, itself };
            let value = Evaluator::new(&scope, &self.budget).evaluate_checked(&condition.condition);
            let value = match value {
                Ok(value) => value,
                Err(problems) => {
                    self.problems.extend(problems);
                    continue;
                }
            };
            if value.is_null() {
                let detail = "Condition expression must return either true or false, not null.";
                self.problems.push(*Diagnostic::new(condition.condition.span, "Invalid condition result", detail));
                continue;
            }
            match crate::convert::convert(&value, &Type::Bool) {
                Ok(value) if value.as_bool() == Some(false) && !self.validating => {
                    let message = Evaluator::new(&scope, &self.budget).evaluate_checked(&condition.message);
                    let message =
                        message.ok().and_then(|message| message.as_str().map(str::to_owned)).unwrap_or_default();
                    self.problems.push(*Diagnostic::new(condition.condition.span, summary, message));
                }
                Ok(_) => {}
                Err(problem) => {
                    let detail = format!("Invalid condition result value: {problem}.");
                    self.problems.push(*Diagnostic::new(condition.condition.span, "Invalid condition result", detail));
                }
            }
        }
    }

    fn variable(&mut self, node: usize, module: usize, name: &Arc<str>, variable: &Variable) -> Value {
        let parent = self.tree.nodes.get(node).and_then(|node| node.parent.clone());
        let given = match parent {
            None => match self.given.get(name) {
                Some(given) => Some((given.value.clone(), given.span)),
                None => self.known.variable(name).map(|value| (value, variable.span)),
            },
            Some((caller, call)) => {
                let call = self.module(caller).calls.get(&call);
                let argument = call.and_then(|call| call.arguments.iter().find(|argument| argument.name == *name));
                let instance = self.modules.get(module);
                let around = instance.map(|instance| (instance.parent.unwrap_or(0), instance.repetition.clone()));
                argument.zip(around).map(|(argument, (parent, repetition))| {
                    (self.value(parent, &repetition, &argument.value), argument.value.span)
                })
            }
        };
        let value = match given {
            _ if self.validating => self.missing(module, name, variable),
            Some((value, span)) if value.is_null() && !variable.nullable => {
                variable.default.clone().unwrap_or_else(|| {
                    let detail = format!("Unsuitable value for var.{name}: required variable may not be set to null.");
                    self.problems.push(*Diagnostic::new(span, "Required variable not set", detail));
                    nothing()
                })
            }
            Some((value, span)) => match variable.constraint.apply(&value) {
                Ok(value) => value,
                Err(problem) => {
                    let detail = format!("The given value is not suitable for var.{name}: {problem}.");
                    self.problems.push(*Diagnostic::new(span, "Invalid value for input variable", detail));
                    nothing()
                }
            },
            None => variable.default.clone().unwrap_or_else(|| self.missing(module, name, variable)),
        };
        value.marked(variable.sensitive)
    }

    /// The value of a variable that is given none. (In a module that is called, it is an error, which is told already.)
    fn missing(&self, module: usize, name: &str, variable: &Variable) -> Value {
        let module = self.modules.get(module).map(|module| &*module.address).unwrap_or_default();
        let cause = Cause::Variable(format!("{}var.{name}", prefix(module)).into());
        let unknown = Unknown::new(variable.constraint.of.without_optional(), Causes::one(cause));
        if variable.nullable { unknown.into() } else { unknown.not_null().into() }
    }

    fn call(&mut self, node: usize, module: usize, name: &Arc<str>) {
        let Some(call) = self.module(node).calls.get(name) else { return };
        let child = self.tree.nodes.get(node).and_then(|node| node.children.get(name).copied().flatten());
        let expanded = self.expand(module, &call.repeat);
        let Some(child) = child else {
            self.set(module, |instance| instance.calls.insert(name.clone(), Expansion::Missing));
            return;
        };
        let parent = self.modules.get(module).map(|parent| parent.address.clone()).unwrap_or_default();
        let mut made = Vec::new();
        for (key, repetition) in expanded {
            let address = format!("{}module.{name}{key}", prefix(&parent)).into();
            let at = self.modules.len();
            self.modules.push(ModuleInstance {
                node: child,
                address,
                parent: Some(module),
                repetition,
                ..ModuleInstance::default()
            });
            if let Some(of_node) = self.of_node.get_mut(child) {
                of_node.push(at);
            }
            self.budget.charge(INSTANCE);
            made.push((key, at));
        }
        let expansion = match (made.first(), &call.repeat) {
            (Some((InstanceKey::None, at)), _) => Expansion::Once(*at),
            (Some((InstanceKey::Unknown(causes), at)), _) => Expansion::Unknown(*at, causes.clone()),
            (_, super::declared::Repeat::ForEach(_)) => Expansion::Each(
                made.into_iter()
                    .filter_map(|(key, at)| if let InstanceKey::Name(key) = key { Some((key, at)) } else { None })
                    .collect(),
            ),
            _ => Expansion::Count(made.into_iter().map(|(_, at)| at).collect()),
        };
        self.set(module, |instance| instance.calls.insert(name.clone(), expansion));
    }

    fn expand(&mut self, module: usize, repeat: &super::declared::Repeat) -> Vec<(InstanceKey, Repetition)> {
        if self.validating {
            repeat.expr().map(|expr| self.value(module, &Repetition::None, expr));
            return vec![super::expand::any(repeat)];
        }
        let mut problems = Vec::new();
        let expanded = expand(repeat, |expr| {
            self.try_value(module, &Repetition::None, expr).map_err(|found| {
                let mut found = found.into_iter();
                let first = found.next().unwrap_or_else(|| *Diagnostic::new(expr.span, "Invalid expression", ""));
                problems.extend(found);
                Box::new(first)
            })
        });
        self.problems.extend(problems);
        expanded.unwrap_or_else(|problem| {
            self.problems.push(*problem);
            Vec::new()
        })
    }

    fn resource(&mut self, module: usize, resource: &'a Resource) -> Value {
        let expanded = self.expand(module, &resource.repeat);
        let mut values = Vec::new();
        for (key, repetition) in expanded {
            let value = self.instance(module, resource, &key, &repetition);
            values.push((key, value));
            if !self.budget.charge(INSTANCE) {
                break;
            }
        }
        match (values.first(), &resource.repeat) {
            (Some((InstanceKey::None, value)), _) => value.clone(),
            (Some((InstanceKey::Unknown(causes), _)), _) => Value::unknown_because(Type::Dynamic, causes.clone()),
            (_, super::declared::Repeat::ForEach(_)) => {
                Value::object(values.into_iter().filter_map(|(key, value)| {
                    if let InstanceKey::Name(key) = key { Some((key, value)) } else { None }
                }))
            }
            _ => Value::tuple(values.into_iter().map(|(_, value)| value)),
        }
    }

    fn instance(&mut self, module: usize, resource: &Resource, key: &InstanceKey, repetition: &Repetition) -> Value {
        let in_module = self.modules.get(module).map(|module| module.address.clone()).unwrap_or_default();
        let address: Arc<str> = format!("{}{}{key}", prefix(&in_module), resource.name).into();
        let arguments = self.arguments(module, repetition, &resource.body);
        let instance = Instance {
            address: address.clone(),
            name: resource.name.clone(),
            key: key.clone(),
            module: in_module,
            provider: ProviderOf {
                name: provider_name(resource),
                module: "".into(),
                span: Span::NONE,
                arguments: Arc::default(),
            },
            depends_on: self.waits(module, resource),
            lifecycle: resource.lifecycle.clone(),
            arguments,
            span: resource.span,
        };
        let value = if self.validating { nothing() } else { self.instance_value(&instance) };
        self.instances.push((module, instance));
        self.conditions(module, &resource.preconditions, None, repetition, "Resource precondition failed");
        self.conditions(module, &resource.postconditions, Some(&value), repetition, "Resource postcondition failed");
        value
    }

    /// What a reference to an instance stands for: what is written and what is known beside it; the rest is unknown.
    fn instance_value(&self, instance: &Instance) -> Value {
        let mut attributes = BTreeMap::new();
        let builtin = builtin::is_builtin(&instance.name);
        for argument in &instance.arguments.0 {
            let value = match &argument.content {
                // Terraform's own resources take any value as it is.
                Content::Value(value) if builtin => Some(value.clone()),
                Content::Value(value) => match self.known.attribute_type(&instance.name, &argument.name) {
                    Some(of) => referenced::converted(value, &of),
                    None => referenced::referenced(value),
                },
                // One block can be said of any; whether several are a list or a set, only the provider's schema says.
                Content::Blocks(blocks) => match &**blocks {
                    [block] if block.arguments.to_value().is_wholly_known() => {
                        Some(Value::tuple([self.nested_value(instance, &argument.name, &block.arguments)]))
                    }
                    _ => None,
                },
                Content::SomeBlocks(..) => None,
            };
            attributes.extend(value.map(|value| (argument.name.clone(), value)));
        }
        attributes.extend(self.known.attributes(instance));
        if let Some(value) = builtin::value(&instance.name, &instance.address, &attributes) {
            return value;
        }
        let cause = match instance.name.mode {
            Mode::Data => Cause::Data { resource: instance.address.clone(), path: "".into() },
            _ => Cause::attribute(&instance.address, ""),
        };
        open(cause, attributes)
    }

    fn nested_value(&self, instance: &Instance, name: &str, arguments: &Arguments) -> Value {
        let written = arguments.0.iter().filter_map(|argument| match &argument.content {
            Content::Value(value) => Some((argument.name.clone(), referenced::referenced(value)?)),
            _ => None,
        });
        let path: Arc<str> = format!("{name}[0]").into();
        let cause = match instance.name.mode {
            Mode::Data => Cause::Data { resource: instance.address.clone(), path },
            _ => Cause::Attribute { resource: instance.address.clone(), path },
        };
        open(cause, written.collect())
    }

    /// The addresses that `depends_on` names, of the resource and of the calls of the modules that it is in.
    fn waits(&self, module: usize, resource: &Resource) -> Vec<Arc<str>> {
        let mut waits = Vec::new();
        let mut add = |module: usize, exprs: &[Expr]| {
            let prefix = self.modules.get(module).map(|module| prefix(&module.address)).unwrap_or_default();
            waits.extend(
                exprs
                    .iter()
                    .flat_map(Expr::references)
                    .map(|reference| Arc::from(format!("{prefix}{}", written(reference.root, reference.steps)))),
            );
        };
        add(module, &resource.depends_on);
        let mut at = module;
        while let Some((instance, parent)) =
            self.modules.get(at).and_then(|instance| Some((instance, instance.parent?)))
        {
            let call = self.tree.nodes.get(instance.node).and_then(|node| node.parent.as_ref());
            if let Some(call) = call.and_then(|(caller, call)| self.module(*caller).calls.get(call)) {
                add(parent, &call.depends_on);
            }
            at = parent;
        }
        waits
    }

    fn finish(mut self) -> Instances {
        let mut instances = std::mem::take(&mut self.instances);
        for (module, instance) in &mut instances {
            instance.provider = self.provider(*module, &instance.provider.name);
        }
        let outputs = self.module(0).outputs.keys();
        let root = self.modules.first();
        let outputs = outputs.filter_map(|name| Some((name.clone(), root?.outputs.get(name)?.clone()))).collect();
        Instances {
            by_address: instances.into_iter().map(|(_, instance)| (instance.address.clone(), instance)).collect(),
            outputs,
        }
    }

    /// The configuration that a module has for a provider: its own, the one it is given, or for the default one that of the caller.
    fn provider(&self, module: usize, name: &ProviderName) -> ProviderOf {
        let (mut at, mut name) = (module, name.clone());
        while let Some(instance) = self.modules.get(at) {
            if let Some((name, span, arguments)) = instance.providers.iter().find(|(own, ..)| *own == name) {
                return ProviderOf {
                    name: name.clone(),
                    module: instance.address.clone(),
                    span: *span,
                    arguments: arguments.clone(),
                };
            }
            let Some(parent) = instance.parent else { break };
            let call = self.tree.nodes.get(instance.node).and_then(|node| node.parent.as_ref());
            let call = call.and_then(|(caller, call)| self.module(*caller).calls.get(call));
            match call.and_then(|call| call.providers.iter().find(|(inner, _)| *inner == name)) {
                Some((_, outer)) => name = outer.clone(),
                None if name.alias.is_none() => {}
                None => break,
            }
            at = parent;
        }
        ProviderOf { name, module: "".into(), span: Span::NONE, arguments: Arc::default() }
    }
}

/// What an instance costs of the budget, beside its values.
const INSTANCE: u64 = 1024;

fn open(cause: Cause, attributes: BTreeMap<Arc<str>, Value>) -> Value {
    let mut unknown = Unknown::new(Type::Dynamic, Causes::one(cause)).not_null();
    unknown.attributes = Some(Arc::new(attributes));
    unknown.into()
}

/// The folder within which functions may read files: that of the root module; where modules are beside it, the repository that all of them are in.
fn readable(root: &Path, tree: &Tree) -> std::path::PathBuf {
    let beside = tree.nodes.iter().any(|node| node.module.folder.starts_with(".."));
    let repository = || {
        let root = root.canonicalize().ok()?;
        let repository = root.ancestors().find(|folder| folder.join(".git").exists())?;
        let within = |node: &super::tree::Node| {
            root.join(&node.module.folder).canonicalize().is_ok_and(|folder| folder.starts_with(repository))
        };
        tree.nodes.iter().all(within).then(|| repository.to_path_buf())
    };
    beside.then(repository).flatten().unwrap_or_else(|| root.to_path_buf())
}

fn holds_infinity(value: &Value) -> bool {
    value.as_number().is_some_and(crate::number::Number::is_infinite)
        || value.unmarked().0.children().any(holds_infinity)
}

/// `module.a.`, before what is in it.
fn prefix(module: &str) -> String {
    if module.is_empty() { String::new() } else { format!("{module}.") }
}

/// The configuration of a provider that a resource has: the one that is written, or the default one of the provider that its type begins with.
fn provider_name(resource: &Resource) -> ProviderName {
    resource.provider.clone().unwrap_or_else(|| {
        let kind = &*resource.name.kind;
        ProviderName { name: kind.split_once('_').map_or(kind, |(provider, _)| provider).into(), alias: None }
    })
}

/// A reference to an object as its address is written.
fn written(root: &str, steps: &[Step]) -> String {
    let mut address = root.to_owned();
    for step in steps {
        match step {
            Step::Attribute(name) => address.extend([".", name]),
            Step::Index(index) => match &index.bare().kind {
                crate::expr::Kind::Number(number) => address.push_str(&format!("[{number}]")),
                crate::expr::Kind::String(name) => address.push_str(&InstanceKey::Name(name.clone()).to_string()),
                _ => address.push_str("[*]"),
            },
            Step::Splat(_) => break,
        }
    }
    address
}
