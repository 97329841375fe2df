//! Finds what `each.value` is: a resource, or a value that is written in the configuration.

use serde_json::Value;

use super::{Candidates, MAX_DEPTH, Resolver};
use crate::reference::{Reference, Step, Subject};
use terraform::plan::{Argument, Key};

impl<'a> Resolver<'a> {
    /// The resource that `each.value` is, where `for_each` goes through the instances of a block:
    /// the one of the same key.
    pub(super) fn each_resource(&self, reference: &Reference) -> Candidates<'a> {
        if self.depth >= MAX_DEPTH {
            return Candidates::default();
        }
        // Its own keys are no longer of interest: it is outside its instances.
        let mut found = self.within().expression(self.for_each).of_each(self.key);
        found.links.iter_mut().for_each(|link| link.attribute.clone_from(&reference.attribute));
        found
    }

    /// The key that `each.value` is here, where the plan shows it.
    pub(super) fn each_value(&self, path: &[Step]) -> Option<Key> {
        let Some(Key::Name(key)) = self.key else { return None };
        let value = match self.constant(self.for_each)? {
            Value::Object(map) => map.get(key)?,
            // Of a set, the values are the keys.
            _ => return self.key.cloned(),
        };
        match follow(value, path)? {
            Value::String(name) => Some(Key::Name(name.clone())),
            Value::Number(index) => index.as_u64().map(Key::Index),
            _ => None,
        }
    }

    /// The value of an expression that is a constant, or nothing but a variable or a local value
    /// that is one.
    fn constant(&self, expression: &'a Argument) -> Option<&'a Value> {
        if let Some(constant) = expression.constant() {
            return Some(constant);
        }
        let [only] = expression.references() else { return None };
        let reference = self.inventory.reference(only)?;
        let value = match &reference.subject {
            Subject::Variable(name) => self.argument(name)?,
            Subject::Local(name) if self.depth < MAX_DEPTH => {
                let module = self.inventory.modules.get(self.module.module)?;
                self.within().constant(module.locals.get(name)?)?
            }
            _ => return None,
        };
        follow(value, &reference.path)
    }

    /// The value of a variable: what the module is called with, or for the root what the plan was
    /// made with; otherwise its default.
    pub(super) fn argument(&self, name: &str) -> Option<&'a Value> {
        let given = match self.caller() {
            Some((caller, call)) if caller.depth < MAX_DEPTH => {
                call.get(name).map(|given| caller.constant(given))
            }
            Some(_) => return None,
            None => self.inventory.variables.get(name).map(|variable| Some(&variable.value)),
        };
        let default = || self.inventory.modules.get(self.module.module)?.variables.get(name);
        given.unwrap_or_else(default)
    }
}

fn follow<'v>(value: &'v Value, path: &[Step]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Attribute(name) | Step::Key(Key::Name(name)) => value.get(name),
        Step::Key(Key::Index(index)) => value.get(usize::try_from(*index).ok()?),
    })
}
