//! [`Stack`]: every resource of a stack by its address, with the values that the stack itself knows.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use hcl::Expression;
use indexmap::IndexMap;

use super::normal::Schema;
use super::resolve::{Resolver, joined};
use super::source::{Body, key_text};
use super::term::Term;
use super::tree::Tree;

/// Arguments of Terraform's own, which are no part of the resource.
const META_ARGUMENTS: [&str; 4] = ["connection", "depends_on", "provider", "provisioner"];

/// A stack as Terraform would see it.
#[derive(Debug)]
pub struct Stack {
    /// By address, `module.network.aws_vpc.main`.
    pub resources: BTreeMap<String, Resource>,
    /// The outputs of the root module.
    pub outputs: IndexMap<String, Term>,
}

/// A managed resource.
#[derive(Debug)]
pub struct Resource {
    /// Its type, `aws_vpc`.
    pub kind: String,
    /// Its label, `main`.
    pub label: String,
    /// Its arguments.
    pub arguments: IndexMap<String, Term>,
    /// What Terraform does with it.
    pub lifecycle: Lifecycle,
}

/// The life cycle that a resource is declared with.
#[derive(Debug, Default)]
pub struct Lifecycle {
    /// A replacement is created before the old one is destroyed.
    pub create_before_destroy: bool,
    /// Arguments whose changes are not acted on.
    pub ignore_changes: Vec<String>,
    /// Addresses of resources whose change replaces this one.
    pub replace_triggered_by: Vec<String>,
}

impl Stack {
    /// Works out a stack from its files.
    ///
    /// # Errors
    /// When a file cannot be read as Terraform, or refers to something that is not declared; names the file or address.
    pub fn of(tree: &Tree) -> Result<Self> {
        let (resolver, schema) = (Resolver::new(tree)?, Schema::committed()?);
        let root = &resolver.scopes[0];
        let default_tags = root.source.default_tags.as_ref().map(|tags| resolver.term(0, tags)).transpose()?;
        let mut resources = BTreeMap::new();
        for (scope, module) in resolver.scopes.iter().enumerate() {
            let managed = module.source.resources.iter().filter(|(address, _)| !address.starts_with("data."));
            for (address, body) in managed {
                let (kind, label) = address.split_once('.').unwrap_or_default();
                let mut arguments = arguments(&resolver, scope, body)?;
                schema.normalise(kind, &mut arguments);
                if schema.has_tags_all(kind) {
                    arguments.insert("tags_all".to_owned(), tags_all(default_tags.as_ref(), arguments.get("tags")));
                }
                let resource = Resource {
                    kind: kind.to_owned(),
                    label: label.to_owned(),
                    arguments,
                    lifecycle: Lifecycle::of(body, &module.address),
                };
                resources.insert(joined(&module.address, address), resource);
            }
        }
        let outputs = root.source.outputs.iter().map(|(name, value)| Ok((name.clone(), resolver.term(0, value)?)));
        Ok(Stack { resources, outputs: outputs.collect::<Result<_>>()? })
    }

    /// The resources whose replacement is created first: those that say so, and everything that they need, since it has
    /// to be there before them.
    /// Source: Terraform, "The lifecycle Meta-Argument", `create_before_destroy`.
    pub(super) fn created_first(&self) -> BTreeSet<String> {
        let says_so = self.resources.iter().filter(|(_, resource)| resource.lifecycle.create_before_destroy);
        let mut waiting: Vec<&str> = says_so.map(|(address, _)| address.as_str()).collect();
        let mut found = BTreeSet::new();
        while let Some(address) = waiting.pop() {
            if let Some(resource) = self.resources.get(address)
                && found.insert(address.to_owned())
            {
                let needed = resource.arguments.values().flat_map(Term::references);
                waiting.extend(needed.map(|reference| reference.address.as_str()));
            }
        }
        found
    }
}

/// The arguments that are set.
fn arguments(resolver: &Resolver<'_>, scope: usize, body: &Body) -> Result<IndexMap<String, Term>> {
    let own = body.iter().filter(|(name, _)| *name != "lifecycle" && !META_ARGUMENTS.contains(&name.as_str()));
    let terms = own.map(|(name, value)| Ok((name.clone(), resolver.term(scope, value)?)));
    Ok(terms.collect::<Result<Vec<_>>>()?.into_iter().filter(|(_, term)| *term != Term::Null).collect())
}

/// The provider's tags and the resource's own, which win.
/// Source: Terraform AWS provider, "default_tags Configuration Block".
fn tags_all(default: Option<&Term>, own: Option<&Term>) -> Term {
    let mut all = IndexMap::new();
    for tags in [default, own].into_iter().flatten() {
        match tags {
            Term::Map(tags) => all.extend(tags.clone()),
            other => return other.clone(),
        }
    }
    Term::Map(all)
}

impl Lifecycle {
    fn of(body: &Body, module: &str) -> Self {
        let mut lifecycle = Lifecycle::default();
        let Some(Expression::Object(block)) = body.get("lifecycle") else { return lifecycle };
        for (key, value) in block.iter() {
            match key_text(key).as_str() {
                "create_before_destroy" => lifecycle.create_before_destroy = *value == Expression::Bool(true),
                "ignore_changes" => lifecycle.ignore_changes = words(value),
                "replace_triggered_by" => {
                    lifecycle.replace_triggered_by = words(value).iter().map(|word| joined(module, word)).collect();
                }
                _ => {}
            }
        }
        lifecycle
    }
}

/// Bare words, which the JSON syntax writes as texts.
fn words(value: &Expression) -> Vec<String> {
    let word = |value: &Expression| match value {
        Expression::String(text) => text.clone(),
        other => other.to_string(),
    };
    match value {
        Expression::Array(items) => items.iter().map(word).collect(),
        single => vec![word(single)],
    }
}
