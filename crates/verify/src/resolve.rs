//! Follows the references of an expression to resources.

mod assumption;
mod called;
mod candidates;
mod constant;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::inventory::Inventory;
use super::link::Link;
use super::modules::ModuleInstance;
use super::reference::{Reference, Subject};
use super::resource::Resource;
pub use assumption::{Assumption, SEE_SOURCE};
pub use candidates::Candidates;
use terraform::plan::{Argument, Key};

/// How many variables, outputs and local values a reference may go through. Terraform has no limit;
/// a plan that goes deeper is made to.
const MAX_DEPTH: usize = 64;

/// Where an expression is: its module instance, and the key that `each` and `count` have there.
#[derive(Clone)]
pub struct Resolver<'a> {
    inventory: &'a Inventory,
    module: Cow<'a, ModuleInstance>,
    key: Option<&'a Key>,
    for_each: &'a Argument,
    depth: usize,
    /// The variables, outputs and local values on the way here, the last one first: one that comes
    /// again refers to itself.
    sought: Option<Rc<Sought>>,
    /// The results so far. Without them, a malicious plan in which each local value refers to the
    /// next one twice would take exponential time.
    known: Rc<RefCell<HashMap<String, Candidates<'a>>>>,
}

/// A variable, output or local value that is being looked into, and the one that led to it.
struct Sought {
    name: String,
    from: Option<Rc<Sought>>,
}

impl<'a> Resolver<'a> {
    /// For the expressions of a resource.
    pub fn of(resource: Resource<'a>) -> Self {
        let inventory = resource.inventory();
        let module = inventory
            .instances
            .get(resource.module())
            .map_or_else(|| Cow::Owned(ModuleInstance::default()), Cow::Borrowed);
        Resolver {
            inventory,
            module,
            key: resource.key(),
            for_each: resource.for_each(),
            depth: 0,
            sought: None,
            known: Rc::default(),
        }
    }

    /// What an expression, or every expression within a block, refers to.
    pub fn expression(&self, expression: &'a Argument) -> Candidates<'a> {
        let mut found = Candidates::default();
        for references in expression.reference_lists() {
            self.references(references, &mut found);
        }
        found
    }

    /// What each expression within a block refers to, one by one.
    pub fn each_expression(&self, block: &'a Argument) -> impl Iterator<Item = Candidates<'a>> {
        block.reference_lists().into_iter().map(|references| {
            let mut found = Candidates::default();
            self.references(references, &mut found);
            found
        })
    }

    /// Terraform lists beside `aws_x.y[0].id` also `aws_x.y[0]` and `aws_x.y`, which say no more.
    fn references(&self, texts: &'a [String], found: &mut Candidates<'a>) {
        let mut previous = "";
        for text in texts.iter().map(String::as_str) {
            // A block that is listed twice in a row is used in its own index, as in `x[(i + 1) %
            // length(x)]`.
            found.is_computed |= text == previous && !text.contains('[');
            if !is_prefix(text, previous) {
                previous = text;
                if let Some(reference) = self.inventory.reference(text) {
                    self.reference(text, reference, found);
                }
            }
        }
    }

    fn reference(&self, text: &str, reference: &Reference, found: &mut Candidates<'a>) {
        match &reference.subject {
            Subject::Resource(block, key) => self.block(block, key.as_ref(), reference, found),
            Subject::Variable(name) => {
                found.append(self.variable(name).select(&reference.path).or_index())
            }
            Subject::Output { call, key, name: Some(name) } => {
                found.append(
                    self.output(call, key.as_ref(), name).select(&reference.path).or_index(),
                );
            }
            Subject::Output { call, name: None, .. } => {
                found.incomplete.push(format!(
                    "`module.{call}` is used as a whole, and a plan does not show which output"
                ));
            }
            Subject::Local(name) => {
                found.append(self.local(text, name).select(&reference.path).or_index())
            }
            Subject::CountIndex | Subject::EachKey => found.keys.extend(self.key.cloned()),
            Subject::EachValue => {
                let (mut each, key) =
                    (self.each_resource(reference), self.each_value(&reference.path));
                each.keys.extend(key);
                found.append(each.or_index());
            }
            Subject::Other => {}
        }
    }

    fn block(
        &self,
        block: &str,
        key: Option<&Key>,
        reference: &Reference,
        found: &mut Candidates<'a>,
    ) {
        let instances = self.inventory.instances_of(&self.module.address, block);
        let instances = instances.iter().map(|entry| Resource::new(self.inventory, entry));
        let chosen: Vec<_> =
            instances.filter(|resource| key.is_none() || resource.key() == key).collect();
        found.may_be_filtered |= chosen.len() > 1;
        found.is_keyed |= key.is_some();
        let attribute = &reference.attribute;
        for resource in chosen {
            if is_handed_on(resource, attribute) {
                found.append(self.handed_on(resource));
            }
            found.links.push(Link { resource, attribute: attribute.clone() });
        }
    }

    /// What the triggers of a `time_sleep` refer to, each resource once: a plan does not show which
    /// trigger refers to which.
    fn handed_on(&self, pause: Resource<'a>) -> Candidates<'a> {
        let own = Resolver::of(pause);
        let (sought, known) = (self.sought.clone(), Rc::clone(&self.known));
        let own = Resolver { depth: self.depth + 1, sought, known, ..own };
        let mut given =
            self.once("triggers", pause.address(), own, pause.at("triggers").expression);
        let mut seen = HashSet::new();
        given.links.retain(|link| seen.insert(link.resource));
        given
    }

    fn variable(&self, name: &str) -> Candidates<'a> {
        let Some((caller, call)) = self.caller() else { return Candidates::default() };
        let Some(argument) = call.get(name) else { return Candidates::default() };
        self.once("var", name, caller, argument)
    }

    fn local(&self, text: &str, name: &str) -> Candidates<'a> {
        match self
            .inventory
            .modules
            .get(self.module.module)
            .and_then(|module| module.locals.get(name))
        {
            Some(written) => self.once("local", name, self.within(), written),
            None => Candidates::incomplete(format!(
                "`{text}` is a local value, which a plan does not define"
            )),
        }
    }

    fn output(&self, call: &str, key: Option<&Key>, name: &str) -> Candidates<'a> {
        let mut found = Candidates::default();
        let called = self.called(call, key);
        found.may_be_filtered = called.len() > 1;
        for inner in called {
            let output = self
                .inventory
                .modules
                .get(inner.module.module)
                .and_then(|module| module.outputs.get(name));
            if let Some(output) = output {
                found.append(inner.once("output", name, inner.clone(), &output.expression));
            }
        }
        found
    }

    /// What a variable, an output or a local value of a module instance refers to.
    fn once(
        &self,
        kind: &'static str,
        name: &str,
        from: Self,
        written: &'a Argument,
    ) -> Candidates<'a> {
        let of = format!("{kind}.{name} in {}", self.module.address);
        if let Some(known) = self.known.borrow().get(&of) {
            return known.clone();
        }
        if std::iter::successors(self.sought.as_ref(), |sought| sought.from.as_ref())
            .any(|sought| sought.name == of)
        {
            return Candidates::incomplete(format!("`{kind}.{name}` refers to itself"));
        }
        if self.depth >= MAX_DEPTH {
            return Candidates::incomplete(format!(
                "`{kind}.{name}` goes through more than {MAX_DEPTH} variables and outputs"
            ));
        }
        let sought = Some(Rc::new(Sought { name: of.clone(), from: self.sought.clone() }));
        let found = Resolver { sought, ..from }.expression(written).without_repetitions();
        self.known.borrow_mut().insert(of, found.clone());
        found
    }
}

/// Whether an attribute is what a resource was given, only later: `time_sleep` hands its triggers
/// on once it has waited.
pub fn is_handed_on(resource: Resource, attribute: &str) -> bool {
    resource.kind() == "time_sleep" && attribute.starts_with("triggers.")
}

fn is_prefix(text: &str, of: &str) -> bool {
    of.strip_prefix(text).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
