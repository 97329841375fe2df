//! The order of evaluation: everything after what it refers to. A cycle is an error, even where
//! nothing uses it.

use std::collections::HashMap;
use std::sync::Arc;

use super::declared::{ProviderName, ResourceName};
use super::references::{self, Around, Target, Use};
use super::tree::{Node, Tree};
use crate::diagnostic::Diagnostic;
use crate::expr::Expr;
use crate::source::Span;

/// Something that is evaluated: in a node of the tree of modules, for all instances of it at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Vertex {
    pub node: usize,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum What {
    /// How often a module is called.
    Call(Arc<str>),
    Variable(Arc<str>),
    Validation(Arc<str>),
    Local(Arc<str>),
    Output(Arc<str>),
    Resource(ResourceName),
    /// A configuration of a provider, by its place among those of the module.
    Provider(usize),
    /// A check, by its place.
    Check(usize),
}

/// Everything in its order, where names are checked; a cycle is added to the problems.
pub(super) fn order(tree: &Tree, problems: &mut Vec<Diagnostic>) -> Vec<Vertex> {
    let graph = Graph { tree };
    let mut search = Search { graph, state: HashMap::new(), order: Vec::new() };
    for node in 0..tree.nodes.len() {
        for vertex in graph.all(node) {
            if let Err(cycle) = search.visit(vertex) {
                problems.push(*cycle);
                return Vec::new();
            }
        }
    }
    search.order
}

#[derive(Clone, Copy)]
struct Graph<'a> {
    tree: &'a Tree,
}

impl<'a> Graph<'a> {
    fn node(&self, at: usize) -> Option<&'a Node> {
        self.tree.nodes.get(at)
    }

    /// Everything in a module, but not in those that it calls.
    fn all(&self, node: usize) -> Vec<Vertex> {
        let Some(module) = self.node(node).map(|node| &*node.module) else { return Vec::new() };
        let calls = module.calls.keys().cloned().map(What::Call);
        let variables = module.variables.keys().cloned().map(What::Variable);
        let validations =
            module.variables.iter().filter(|(_, variable)| !variable.validations.is_empty());
        let validations = validations.map(|(name, _)| What::Validation(name.clone()));
        let locals = module.locals.keys().cloned().map(What::Local);
        let outputs = module.outputs.keys().cloned().map(What::Output);
        let providers = (0..module.providers.len()).map(What::Provider);
        let checks = (0..module.checks.len()).map(What::Check);
        let resources = module.resources.keys().cloned().map(What::Resource);
        let all = calls
            .chain(variables)
            .chain(validations)
            .chain(locals)
            .chain(providers)
            .chain(resources)
            .chain(outputs)
            .chain(checks);
        all.map(|what| Vertex { node, what }).collect()
    }

    /// What must be evaluated before.
    fn before(&self, vertex: &Vertex) -> Vec<Vertex> {
        let mut before = Vec::new();
        let Some(node) = self.node(vertex.node) else { return before };
        let module = &*node.module;
        // The module itself must have been called.
        if let Some((caller, call)) = &node.parent {
            before.push(Vertex { node: *caller, what: What::Call(call.clone()) });
        }
        match &vertex.what {
            What::Call(name) => {
                if let Some(call) = module.calls.get(name) {
                    before.extend(self.waits(vertex, &call.depends_on));
                    self.add(
                        &vertex.what,
                        vertex.node,
                        references::of_exprs(call.repeat.expr(), Around::default()),
                        &mut before,
                    );
                }
            }
            What::Variable(name) => {
                let argument = node.parent.as_ref().and_then(|(caller, call)| {
                    let call = self.node(*caller)?.module.calls.get(call)?;
                    let argument = call.arguments.iter().find(|argument| argument.name == *name)?;
                    Some((
                        *caller,
                        references::of_exprs([&argument.value], Around::of(&call.repeat)),
                    ))
                });
                if let Some((caller, uses)) = argument {
                    self.add(&vertex.what, caller, uses, &mut before);
                }
            }
            What::Validation(name) => {
                if let Some(variable) = module.variables.get(name) {
                    self.add(
                        &vertex.what,
                        vertex.node,
                        references::of_exprs(
                            references::exprs_of(&variable.validations),
                            Around::default(),
                        ),
                        &mut before,
                    );
                }
            }
            What::Local(name) => {
                if let Some(local) = module.locals.get(name) {
                    self.add(
                        &vertex.what,
                        vertex.node,
                        references::of_exprs([&local.value], Around::default()),
                        &mut before,
                    );
                }
            }
            What::Output(name) => {
                if let Some(output) = module.outputs.get(name) {
                    self.add(
                        &vertex.what,
                        vertex.node,
                        references::of_exprs(
                            references::exprs_of_output(output),
                            Around::default(),
                        ),
                        &mut before,
                    );
                }
            }
            What::Resource(name) => {
                if let Some(resource) = module.resources.get(name) {
                    self.add(
                        &vertex.what,
                        vertex.node,
                        references::of_resource(resource),
                        &mut before,
                    );
                    // Terraform takes no offence at a resource that waits for itself.
                    before.extend(
                        self.waits(vertex, &resource.depends_on)
                            .into_iter()
                            .filter(|other| other != vertex),
                    );
                    before.extend(self.provider(vertex.node, resource.provider_name()));
                }
            }
            What::Check(at) => {
                if let Some(check) = module.checks.get(*at) {
                    let exprs = references::exprs_of(&check.asserts);
                    self.add(
                        &vertex.what,
                        vertex.node,
                        references::of_exprs(exprs, Around::default()),
                        &mut before,
                    );
                }
            }
            What::Provider(at) => {
                if let Some(provider) = module.providers.get(*at) {
                    self.add(
                        &vertex.what,
                        vertex.node,
                        references::of_provider(provider),
                        &mut before,
                    );
                }
            }
        }
        before
    }

    /// The configuration of the provider that makes or reads a resource: as Terraform, a resource
    /// waits for it.
    fn provider(&self, node: usize, mut name: ProviderName) -> Option<Vertex> {
        let mut at = node;
        loop {
            let node = self.node(at)?;
            if let Some(own) =
                node.module.providers.iter().position(|provider| provider.name == name)
            {
                return Some(Vertex { node: at, what: What::Provider(own) });
            }
            let (caller, call) = node.parent.as_ref()?;
            let call = self.node(*caller)?.module.calls.get(call)?;
            match call.providers.iter().find(|(inner, _)| *inner == name) {
                Some((_, outer)) => name = outer.clone(),
                None if name.alias.is_none() => {}
                None => return None,
            }
            at = *caller;
        }
    }

    /// What `depends_on` names: of a module everything that is in it.
    fn waits(&self, vertex: &Vertex, exprs: &[Expr]) -> Vec<Vertex> {
        let mut waits = Vec::new();
        let uses = references::of_exprs(exprs, Around::default());
        let Some(node) = self.node(vertex.node) else { return waits };
        for used in &uses {
            if let Ok(Target::Module(call, _)) = references::target(&node.module, used) {
                let child = node.children.get(&call).copied().flatten();
                waits.extend(child.into_iter().flat_map(|child| self.within(child)));
            }
        }
        self.add(&vertex.what, vertex.node, uses, &mut waits);
        waits
    }

    /// Everything in a module and in those that it calls. (Nodes of the tree are behind those that
    /// call them.)
    fn within(&self, node: usize) -> Vec<Vertex> {
        let mut nodes = vec![node];
        let mut at = 0;
        while let Some(node) = nodes.get(at).copied() {
            nodes.extend(
                self.node(node)
                    .into_iter()
                    .flat_map(|node| node.children.values().copied().flatten()),
            );
            at += 1;
        }
        nodes.into_iter().flat_map(|node| self.all(node)).collect()
    }

    fn add(&self, own: &What, node: usize, uses: Vec<Use<'_>>, before: &mut Vec<Vertex>) {
        let Some(at) = self.node(node) else { return };
        for used in uses {
            match references::target(&at.module, &used) {
                Ok(Target::Variable(name)) => {
                    // What uses a variable waits until it is validated; the validation itself does
                    // not.
                    let validated = at
                        .module
                        .variables
                        .get(&name)
                        .is_some_and(|variable| !variable.validations.is_empty());
                    if validated && *own != What::Validation(name.clone()) {
                        before.push(Vertex { node, what: What::Validation(name.clone()) });
                    }
                    before.push(Vertex { node, what: What::Variable(name) });
                }
                Ok(Target::Local(name)) => before.push(Vertex { node, what: What::Local(name) }),
                Ok(Target::Resource(name)) => {
                    before.push(Vertex { node, what: What::Resource(name) })
                }
                Ok(Target::Module(call, output)) => {
                    before.push(Vertex { node, what: What::Call(call.clone()) });
                    let Some(child) = at.children.get(&call).copied().flatten() else { continue };
                    let outputs = self.node(child).map(|child| &child.module.outputs);
                    let named =
                        |name: &Arc<str>| output.as_ref().is_none_or(|output| output == name);
                    let outputs = outputs
                        .into_iter()
                        .flat_map(|outputs| outputs.keys())
                        .filter(|name| named(name));
                    before.extend(
                        outputs
                            .map(|name| Vertex { node: child, what: What::Output(name.clone()) }),
                    );
                }
                Ok(Target::Other) | Err(_) => {}
            }
        }
    }

    /// As Terraform names it in its message.
    fn name(&self, vertex: &Vertex) -> String {
        let prefix = self.node(vertex.node).map(Node::prefix).unwrap_or_default();
        match &vertex.what {
            What::Call(name) => format!("{prefix}module.{name}"),
            What::Variable(name) | What::Validation(name) => format!("{prefix}var.{name}"),
            What::Local(name) => format!("{prefix}local.{name}"),
            What::Output(name) => format!("{prefix}output.{name}"),
            What::Resource(name) => format!("{prefix}{name}"),
            What::Provider(_) => format!("{prefix}provider"),
            What::Check(_) => format!("{prefix}check"),
        }
    }

    fn span(&self, vertex: &Vertex) -> Span {
        let span = self.node(vertex.node).and_then(|node| {
            let module = &*node.module;
            match &vertex.what {
                What::Call(name) => module.calls.get(name).map(|call| call.span),
                What::Variable(name) | What::Validation(name) => {
                    module.variables.get(name).map(|variable| variable.span)
                }
                What::Local(name) => module.locals.get(name).map(|local| local.span),
                What::Output(name) => module.outputs.get(name).map(|output| output.span),
                What::Resource(name) => module.resources.get(name).map(|resource| resource.span),
                What::Provider(at) => module.providers.get(*at).map(|provider| provider.span),
                What::Check(at) => module.checks.get(*at).map(|check| check.span),
            }
        });
        span.unwrap_or_default()
    }
}

/// A depth-first search without recursion: chains of names may be long.
struct Search<'a> {
    graph: Graph<'a>,
    /// Whether a vertex is done; one that is not yet is on the path.
    state: HashMap<Vertex, bool>,
    order: Vec<Vertex>,
}

impl Search<'_> {
    fn visit(&mut self, first: Vertex) -> Result<(), Box<Diagnostic>> {
        if self.state.contains_key(&first) {
            return Ok(());
        }
        self.state.insert(first.clone(), false);
        let before = self.graph.before(&first);
        let mut path = vec![(first, before.into_iter())];
        while let Some((vertex, before)) = path.last_mut() {
            match before.next() {
                None => {
                    let vertex = vertex.clone();
                    self.state.insert(vertex.clone(), true);
                    self.order.push(vertex);
                    path.pop();
                }
                Some(next) => match self.state.get(&next) {
                    Some(true) => {}
                    Some(false) => {
                        return Err(self.cycle(path.iter().map(|(vertex, _)| vertex), &next));
                    }
                    None => {
                        self.state.insert(next.clone(), false);
                        let before = self.graph.before(&next);
                        path.push((next, before.into_iter()));
                    }
                },
            }
        }
        Ok(())
    }

    fn cycle<'b>(&self, path: impl Iterator<Item = &'b Vertex>, again: &Vertex) -> Box<Diagnostic> {
        let circle: Vec<String> = path
            .skip_while(|vertex| *vertex != again)
            .map(|vertex| self.graph.name(vertex))
            .collect();
        let detail = format!("{}. Each names the next, and the last the first.", circle.join(", "));
        Diagnostic::new(self.graph.span(again), "Cycle", detail)
    }
}
