//! [`Resolver`]: expressions worked out within their module: variables, locals and outputs by what they stand for.

mod at;
mod functions;
mod names;
mod path;

use std::cell::Cell;
use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use hcl::Expression;

use super::source::{Body, Source};
use super::term::Term;
use super::tree::Tree;
use at::At;

/// References behind references; a generated stack has a dozen.
const DEEPEST: usize = 100;

/// Expressions worked out for one stack; production's takes 14,000.
const MOST_STEPS: usize = 1_000_000;

/// One call of a module.
pub(super) struct Scope {
    /// `module.network`; empty for the root.
    pub address: String,
    /// Where its files lie in the stack.
    pub folder: String,
    pub source: Source,
    /// The calling module and what it hands over.
    caller: Option<(usize, Body)>,
    /// The modules it calls.
    children: BTreeMap<String, usize>,
}

/// All modules of a stack; the first is the root.
pub(super) struct Resolver<'a> {
    tree: &'a Tree,
    pub scopes: Vec<Scope>,
    /// How many expressions may still be worked out.
    steps: Cell<usize>,
}

impl<'a> Resolver<'a> {
    /// Reads the root and every module that it calls.
    pub fn new(tree: &'a Tree) -> Result<Self> {
        let mut resolver = Resolver { tree, scopes: Vec::new(), steps: Cell::new(MOST_STEPS) };
        resolver.open("", "", None)?;
        Ok(resolver)
    }

    fn open(&mut self, address: &str, folder: &str, caller: Option<(usize, Body)>) -> Result<usize> {
        if self.scopes.len() > DEEPEST {
            bail!("{}: more than {DEEPEST} modules, or one that calls itself", self.tree.name());
        }
        let source = Source::read(self.tree, folder)?;
        let calls = source.calls.clone();
        let own = self.scopes.len();
        let (address, folder) = (address.to_owned(), folder.to_owned());
        self.scopes.push(Scope {
            address: address.clone(),
            folder: folder.clone(),
            source,
            caller,
            children: BTreeMap::new(),
        });
        for (name, body) in calls {
            let below = below(&folder, &body).with_context(|| format!("module.{name} in {}", self.tree.name()))?;
            let child = self.open(&joined(&address, &format!("module.{name}")), &below, Some((own, body)))?;
            self.scopes[own].children.insert(name, child);
        }
        Ok(own)
    }

    /// The value of an expression that stands in a module.
    pub fn term(&self, scope: usize, expression: &Expression) -> Result<Term> {
        At { resolver: self, scope, depth: 0 }.term(expression)
    }
}

/// The folder of a module that lies in the stack.
fn below(folder: &str, call: &Body) -> Result<String> {
    let Some(Expression::String(source)) = call.get("source") else { bail!("it has no `source`") };
    let Some(path) = source.strip_prefix("./") else {
        bail!("it comes from {source}, which is not in the folder; a generated stack holds all its modules");
    };
    Ok(if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") })
}

/// `module.network` and `aws_vpc.main` in one address.
pub(super) fn joined(module: &str, address: &str) -> String {
    if module.is_empty() { address.to_owned() } else { format!("{module}.{address}") }
}
