//! [`Graph`]: what a configuration evaluates, and for each what must be evaluated before it.

use std::sync::Arc;

use super::declared::{Module, ProviderName, ResourceName};
use super::references::{self, Available, Use};
use super::target::Target;
use super::tree::{Node, Tree};
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

/// Everything that is evaluated in a tree of modules.
#[derive(Clone, Copy)]
pub(super) struct Graph<'a> {
    pub tree: &'a Tree,
}

impl<'a> Graph<'a> {
    fn node(&self, at: usize) -> Option<&'a Node> {
        self.tree.nodes.get(at)
    }

    /// Everything in a module, but not in those that it calls.
    pub fn all(&self, node: usize) -> Vec<Vertex> {
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
    pub fn before(&self, vertex: &Vertex) -> Vec<Vertex> {
        let mut before = Vec::new();
        let Some(node) = self.node(vertex.node) else { return before };
        let module = &*node.module;
        // The module itself must have been called.
        if let Some((caller, call)) = &node.parent {
            before.push(Vertex { node: *caller, what: What::Call(call.clone()) });
        }
        if let What::Call(name) = &vertex.what
            && let Some(call) = module.calls.get(name)
        {
            before.extend(self.waits(vertex, &call.depends_on));
        }
        if let What::Variable(name) = &vertex.what {
            // Its value is written in the module that calls.
            if let Some((caller, uses)) = self.argument(node, name) {
                self.add(&vertex.what, caller, uses, &mut before);
            }
        } else if let Some(uses) = uses(module, &vertex.what) {
            self.add(&vertex.what, vertex.node, uses, &mut before);
        }
        if let What::Resource(name) = &vertex.what
            && let Some(resource) = module.resources.get(name)
        {
            // Terraform accepts a resource that waits for itself.
            let waits = self.waits(vertex, &resource.depends_on);
            before.extend(waits.into_iter().filter(|other| other != vertex));
            before.extend(self.provider(vertex.node, resource.provider_name()));
        }
        before
    }

    /// The references of the argument for a variable, and the node of the module that gives it.
    fn argument(&self, node: &Node, name: &Arc<str>) -> Option<(usize, Vec<Use<'a>>)> {
        let (caller, call) = node.parent.as_ref()?;
        let call = self.node(*caller)?.module.calls.get(call)?;
        let argument = call.arguments.iter().find(|argument| argument.name == *name)?;
        Some((*caller, references::of_exprs([&argument.value], Available::of(&call.repeat))))
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
        let uses = references::of_exprs(exprs, Available::default());
        let Some(node) = self.node(vertex.node) else { return waits };
        for used in &uses {
            if let Ok(Target::Module(call, _)) = Target::of(&node.module, used) {
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

    /// Adds what references in a module lead to.
    fn add(&self, own: &What, node: usize, uses: Vec<Use<'_>>, before: &mut Vec<Vertex>) {
        let Some(at) = self.node(node) else { return };
        for used in uses {
            match Target::of(&at.module, &used) {
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

    /// The name that Terraform's messages have for it.
    pub fn name(&self, vertex: &Vertex) -> String {
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

    pub fn span(&self, vertex: &Vertex) -> Span {
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

/// The references that are written in a module for something that is evaluated there.
fn uses<'a>(module: &'a Module, what: &What) -> Option<Vec<Use<'a>>> {
    let alone = Available::default();
    Some(match what {
        What::Variable(_) => return None,
        What::Call(name) => references::of_exprs(module.calls.get(name)?.repeat.expr(), alone),
        What::Validation(name) => references::of_exprs(
            references::exprs_of(&module.variables.get(name)?.validations),
            alone,
        ),
        What::Local(name) => references::of_exprs([&module.locals.get(name)?.value], alone),
        What::Output(name) => {
            references::of_exprs(references::exprs_of_output(module.outputs.get(name)?), alone)
        }
        What::Resource(name) => references::of_resource(module.resources.get(name)?),
        What::Provider(at) => references::of_provider(module.providers.get(*at)?),
        What::Check(at) => {
            references::of_exprs(references::exprs_of(&module.checks.get(*at)?.asserts), alone)
        }
    })
}
