//! [`Scopes`]: what the names in each module mean.

use std::sync::Arc;

use hcl::structure::{Block, Body};
use hcl::{BlockLabel, Expression};

use crate::plan::Mode;
use terraform::tf::{Module, Root};

/// One module with what it is called with.
#[derive(Debug)]
pub struct Scope<'m> {
    name: &'m str,
    /// As `module.network`; empty for the root.
    pub address: Arc<str>,
    pub main: &'m Body,
    /// Its managed resources by their types and names, in that order.
    resources: Vec<((&'m str, &'m str), &'m Body)>,
    arguments: Vec<(&'m str, &'m Expression)>,
    outputs: Vec<(&'m str, &'m Expression)>,
}

/// The root, which is the first, and the modules it calls.
#[derive(Debug)]
pub struct Scopes<'m>(Vec<Scope<'m>>);

impl<'m> Scopes<'m> {
    pub fn of(root: &'m Root, modules: impl Iterator<Item = &'m Module>) -> Self {
        let calls: Vec<_> = labelled(root.main(), "module").collect();
        let scope = |module: &'m Module| Scope::of_module(module, of_name(&calls, module.name()).copied());
        Self([Scope::of_root(root)].into_iter().chain(modules.map(scope)).collect())
    }

    pub fn all(&self) -> &[Scope<'m>] {
        &self.0
    }

    pub fn root(&self) -> &Scope<'m> {
        &self.0[0]
    }

    /// The module of this name.
    pub fn module(&self, name: &str) -> Option<&Scope<'m>> {
        self.0.iter().find(|scope| scope.name == name)
    }
}

impl<'m> Scope<'m> {
    fn new(name: &'m str, address: Arc<str>, main: &'m Body) -> Self {
        let managed = blocks(main).filter(|block| block.mode == Mode::Managed);
        let mut resources: Vec<_> = managed.map(|block| ((block.kind, block.name), block.body)).collect();
        resources.sort_by_key(|(address, _)| *address);
        Self { name, address, main, resources, arguments: Vec::new(), outputs: Vec::new() }
    }

    fn of_module(module: &'m Module, call: Option<&'m Body>) -> Self {
        let arguments = call.into_iter().flat_map(Body::attributes);
        Self {
            arguments: arguments.map(|argument| (argument.key(), argument.expr())).collect(),
            outputs: values(module.output_blocks(), "output", "value").collect(),
            ..Self::new(module.name(), format!("module.{}", module.name()).into(), module.main())
        }
    }

    /// The root's variables have their defaults.
    fn of_root(root: &'m Root) -> Self {
        let arguments = values(root.variable_blocks(), "variable", "default").collect();
        Self { arguments, ..Self::new("", Arc::default(), root.main()) }
    }

    /// What it is called with.
    pub fn argument(&self, name: &str) -> Option<&'m Expression> {
        of_name(&self.arguments, name).copied()
    }

    pub fn output(&self, name: &str) -> Option<&'m Expression> {
        of_name(&self.outputs, name).copied()
    }

    /// A managed resource by its type and name.
    pub fn resource(&self, kind: &str, name: &str) -> Option<&'m Body> {
        let place = self.resources.binary_search_by(|(address, _)| address.cmp(&(kind, name))).ok()?;
        Some(self.resources[place].1)
    }
}

/// A `resource` or `data` block.
pub struct Declared<'m> {
    pub mode: Mode,
    pub kind: &'m str,
    pub name: &'m str,
    pub body: &'m Body,
}

/// The `resource` and `data` blocks.
pub fn blocks(body: &Body) -> impl Iterator<Item = Declared<'_>> {
    body.blocks().filter_map(|block| {
        let mode = match block.identifier() {
            "resource" => Mode::Managed,
            "data" => Mode::Data,
            _ => return None,
        };
        let [kind, name] = block.labels() else { return None };
        Some(Declared { mode, kind: kind.as_str(), name: name.as_str(), body: block.body() })
    })
}

/// The blocks of one type, by their first label.
pub fn labelled<'m>(body: &'m Body, kind: &'m str) -> impl Iterator<Item = (&'m str, &'m Body)> {
    let blocks = body.blocks().filter(move |block| block.identifier() == kind);
    blocks.filter_map(|block: &Block| Some((BlockLabel::as_str(block.labels().first()?), block.body())))
}

/// One argument of each block of one type, by the block's label.
pub fn values<'m>(
    body: &'m Body,
    kind: &'m str,
    argument: &'static str,
) -> impl Iterator<Item = (&'m str, &'m Expression)> {
    let value = move |body: &'m Body| body.attributes().find(|found| found.key() == argument).map(|found| found.expr());
    labelled(body, kind).filter_map(move |(label, body)| Some((label, value(body)?)))
}

/// Of few: to look through them takes less than a hash of the name.
fn of_name<'v, T>(values: &'v [(&str, T)], name: &str) -> Option<&'v T> {
    values.iter().find(|(of, _)| *of == name).map(|(_, value)| value)
}
