//! Follows the references of an expression to resources.

use serde_json::Value;

use super::inventory::Inventory;
use super::links::Link;
use super::modules::{ModuleInstance, child_address};
use super::plan::Key;
use super::reference::{Reference, Step, Subject};
use super::resource::Resource;

/// How many variables and outputs a reference may go through. Terraform has no limit; a plan that nests deeper is made
/// to be so.
const MAX_DEPTH: usize = 64;

/// Where an expression stands: its module instance, and the key that `each` and `count` have there.
#[derive(Clone)]
pub struct Resolver<'a> {
    inventory: &'a Inventory,
    module: ModuleInstance,
    key: Option<&'a Key>,
    for_each: &'a Value,
    depth: usize,
}

/// What an expression refers to, before it is decided which of several instances is meant.
#[derive(Default)]
pub struct Found<'a> {
    pub links: Vec<Link<'a>>,
    pub open: Vec<String>,
    pub inferred: bool,
    /// The keys that `count.index`, `each.key` and `each.value` have where the expression uses them, innermost first.
    keys: Vec<Key>,
}

impl<'a> Resolver<'a> {
    /// For the expressions of a resource.
    pub fn of(resource: Resource<'a>) -> Self {
        let inventory = resource.inventory();
        let module = inventory.instances.get(resource.module()).cloned().unwrap_or_default();
        Resolver { inventory, module, key: resource.key(), for_each: resource.for_each(), depth: 0 }
    }

    /// What an expression, or every expression within a block, refers to.
    pub fn expression(&self, expression: &'a Value) -> Found<'a> {
        let mut found = Found::default();
        match expression {
            Value::Array(blocks) => blocks.iter().for_each(|block| found.append(self.expression(block))),
            Value::Object(map) => match map.get("references").and_then(Value::as_array) {
                Some(references) => self.references(references, &mut found),
                None => map.values().for_each(|inner| found.append(self.expression(inner))),
            },
            _ => {}
        }
        found
    }

    /// Terraform lists beside `aws_x.y[0].id` also `aws_x.y[0]` and `aws_x.y`, which say no more.
    fn references(&self, texts: &'a [Value], found: &mut Found<'a>) {
        let mut previous = "";
        for text in texts.iter().filter_map(Value::as_str) {
            if !is_prefix(text, previous) {
                previous = text;
                if let Some(reference) = Reference::parse(text) {
                    self.reference(text, &reference, found);
                }
            }
        }
    }

    fn reference(&self, text: &str, reference: &Reference, found: &mut Found<'a>) {
        match &reference.subject {
            Subject::Resource(block, key) => self.block(block, key.as_ref(), reference, found),
            Subject::Variable(name) => found.append(self.variable(name).select(&reference.path)),
            Subject::Output { call, key, name: Some(name) } => {
                found.append(self.output(call, key.as_ref(), name).select(&reference.path));
            }
            Subject::Output { call, name: None, .. } => {
                found.open.push(format!("`module.{call}` is used as a whole, and a plan does not tell which output"));
            }
            Subject::Local(_) => {
                found.open.push(format!("`{text}` is a local value, which a plan does not define"));
            }
            Subject::CountIndex | Subject::EachKey => found.keys.extend(self.key.cloned()),
            Subject::EachValue => {
                found.append(self.each_resource(reference));
                found.keys.extend(self.each_value(&reference.path));
            }
            Subject::Other => {}
        }
    }

    fn block(&self, block: &str, key: Option<&Key>, reference: &Reference, found: &mut Found<'a>) {
        let name = (self.module.address.clone(), block.to_owned());
        let places = self.inventory.blocks.get(&name).map(Vec::as_slice).unwrap_or_default();
        let instances = places.iter().map(|place| self.inventory.resource(*place));
        let chosen: Vec<_> = instances.filter(|resource| key.is_none() || resource.key() == key).collect();
        found.inferred |= chosen.len() > 1;
        let attribute = reference.attribute();
        found.links.extend(chosen.into_iter().map(|resource| Link { resource, attribute: attribute.clone() }));
    }

    fn variable(&self, name: &str) -> Found<'a> {
        match self.caller() {
            Some((caller, call)) => call.get(name).map(|argument| caller.expression(argument)).unwrap_or_default(),
            None => Found::default(),
        }
    }

    /// Where this module is called, and with what.
    fn caller(&self) -> Option<(Self, &'a Value)> {
        let parent = self
            .inventory
            .instances
            .get(self.module.parent.as_ref()?)
            .cloned()
            .unwrap_or_else(|| self.inventory.modules.instance(self.module.parent.as_deref().unwrap_or_default()));
        let call = self.inventory.modules.get(parent.module)?.calls.get(&self.module.call)?;
        let key = self.inventory.instances.get(&self.module.address).and_then(|module| module.key.as_ref());
        let caller = Resolver {
            inventory: self.inventory,
            module: parent,
            key,
            for_each: &call.for_each,
            depth: self.depth + 1,
        };
        (caller.depth < MAX_DEPTH).then_some((caller, &call.expressions))
    }

    fn output(&self, call: &str, key: Option<&Key>, name: &str) -> Found<'a> {
        let mut found = Found::default();
        let called = self.called(call, key);
        found.inferred = called.len() > 1;
        for inner in called.into_iter().filter(|inner| inner.depth < MAX_DEPTH) {
            let output = self.inventory.modules.get(inner.module.module).and_then(|module| module.outputs.get(name));
            if let Some(output) = output {
                found.append(inner.expression(&output.expression));
            }
        }
        found
    }

    /// The instances of a call: one, or with `count` or `for_each` one for each key.
    fn called(&self, call: &str, key: Option<&Key>) -> Vec<Self> {
        let address = child_address(&self.module.address, call, key);
        let instances: Vec<ModuleInstance> = match self.inventory.instances.get(&address) {
            Some(instance) => vec![instance.clone()],
            None if key.is_none() => self.inventory.keyed_calls(&address),
            None => Vec::new(),
        };
        // A module that holds only other modules has no resource by which it would be known.
        let instances = if instances.is_empty() { vec![self.inventory.modules.instance(&address)] } else { instances };
        let inner = |module| Resolver { module, key: None, for_each: &Value::Null, depth: self.depth + 1, ..*self };
        instances.into_iter().map(inner).collect()
    }

    /// The resource that `each.value` is, where `for_each` goes through the instances of a block: the one of the same key.
    fn each_resource(&self, reference: &Reference) -> Found<'a> {
        let mut found = match self.for_each.get("references").and_then(Value::as_array) {
            // Its own keys are no longer of interest: it stands outside its instances.
            Some(references) => Self { key: None, ..self.clone() }.all_of(references),
            None => return Found::default(),
        };
        found.links.retain(|link| link.resource.key().is_some() && link.resource.key() == self.key);
        found.links.iter_mut().for_each(|link| link.attribute = reference.attribute());
        found
    }

    fn all_of(&self, references: &'a [Value]) -> Found<'a> {
        let mut found = Found::default();
        self.references(references, &mut found);
        found
    }

    /// What `each.value` is here, where the plan tells: a constant, or the value of a variable of the root.
    fn each_value(&self, path: &[Step]) -> Option<Key> {
        let collection = match self.for_each.get("constant_value") {
            Some(constant) => constant,
            None => self.root_variable(self.for_each.get("references")?.as_array()?)?,
        };
        let Some(Key::Name(key)) = self.key else { return None };
        let value = match collection {
            Value::Object(map) => map.get(key)?,
            _ => return self.key.cloned(),
        };
        let value = path.iter().try_fold(value, |value, step| match step {
            Step::Attribute(name) | Step::Key(Key::Name(name)) => value.get(name),
            Step::Key(Key::Index(index)) => value.get(usize::try_from(*index).ok()?),
        });
        match value? {
            Value::String(name) => Some(Key::Name(name.clone())),
            Value::Number(index) => index.as_u64().map(Key::Index),
            _ => None,
        }
    }

    fn root_variable(&self, references: &[Value]) -> Option<&'a Value> {
        let [Value::String(only)] = references else { return None };
        match (Reference::parse(only)?, self.module.address.is_empty()) {
            (Reference { subject: Subject::Variable(name), path }, true) if path.is_empty() => {
                self.inventory.variables.get(&name).map(|variable| &variable.value)
            }
            _ => None,
        }
    }
}

fn is_prefix(text: &str, of: &str) -> bool {
    of.strip_prefix(text).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

impl<'a> Found<'a> {
    fn append(&mut self, mut other: Self) {
        self.links.append(&mut other.links);
        self.open.append(&mut other.open);
        self.keys.append(&mut other.keys);
        self.inferred |= other.inferred;
    }

    /// Only the resources that are wanted. What is open stays open: it may be one of them.
    pub fn filter(mut self, wanted: impl Fn(Resource<'a>) -> bool) -> Self {
        self.links.retain(|link| wanted(link.resource));
        self
    }

    /// The element that an index after a variable or output names.
    fn select(mut self, path: &[Step]) -> Self {
        match path.first() {
            Some(Step::Key(Key::Index(index))) if self.links.len() > 1 => {
                let chosen = usize::try_from(*index).ok().and_then(|index| self.links.get(index).cloned());
                self.links = chosen.into_iter().collect();
                self.inferred = true;
            }
            Some(Step::Key(key)) => self.keep_key(key),
            _ => {}
        }
        self
    }

    /// Keeps the instances of a key, if there are any; where not, the key means something else.
    fn keep_key(&mut self, key: &Key) {
        if self.links.iter().any(|link| link.resource.key() == Some(key)) {
            self.links.retain(|link| link.resource.key() == Some(key));
            self.inferred = true;
        }
    }

    /// Of a list: where the expression uses the key of its own instance, the instances of that key.
    pub fn pick_same_key(mut self) -> Self {
        for key in std::mem::take(&mut self.keys) {
            self.keep_key(&key);
        }
        self
    }

    /// Of a single value: the instance of the same key, or for `count` the one at the same place of a list.
    pub fn pick_one(mut self) -> Self {
        let keys = self.keys.clone();
        self = self.pick_same_key();
        if let (true, Some(Key::Index(index))) =
            (self.links.len() > 1, keys.iter().find(|key| matches!(key, Key::Index(_))))
        {
            // `element(list, count.index)` begins again at the list's end.
            let place = usize::try_from(*index).unwrap_or(0) % self.links.len();
            self.links = vec![self.links.swap_remove(place)];
            self.inferred = true;
        }
        if self.links.len() > 1 {
            self.open.push(format!("it is one of {}, and a plan does not tell which", addresses(&self.links)));
        }
        self
    }
}

fn addresses(links: &[Link]) -> String {
    /// Enough to recognise the block.
    const SHOWN: usize = 3;
    let shown: Vec<_> = links.iter().take(SHOWN).map(|link| link.resource.address()).collect();
    let more = if links.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
