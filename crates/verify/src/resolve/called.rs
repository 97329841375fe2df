//! Finds where a module is called, and what it calls.

use std::borrow::Cow;

use super::Resolver;
use crate::modules::{ModuleInstance, child_address};
use terraform::plan::{Argument, Key};

impl<'a> Resolver<'a> {
    /// Where this module is called, and with what.
    pub(super) fn caller(&self) -> Option<(Self, &'a Argument)> {
        let inventory = self.inventory;
        let address = self.module.parent.as_deref()?;
        let parent = inventory.instances.get(address).map(Cow::Borrowed);
        let parent = parent.unwrap_or_else(|| Cow::Owned(inventory.modules.instance(address)));
        let call = inventory.modules.get(parent.module)?.calls.get(&self.module.call)?;
        let key =
            inventory.instances.get(&self.module.address).and_then(|module| module.key.as_ref());
        let depth = self.depth + 1;
        let caller =
            Resolver { module: parent, key, for_each: &call.for_each, depth, ..self.clone() };
        Some((caller, &call.expressions))
    }

    /// The instances of a call: one, or with `count` or `for_each` one for each key.
    pub(super) fn called(&self, call: &str, key: Option<&Key>) -> Vec<Self> {
        let address = child_address(&self.module.address, call, key);
        let instances: Vec<Cow<ModuleInstance>> = match self.inventory.instances.get(&address) {
            Some(instance) => vec![Cow::Borrowed(instance)],
            None if key.is_none() => {
                self.inventory.keyed_calls(&address).into_iter().map(Cow::Borrowed).collect()
            }
            None => Vec::new(),
        };
        // A module that holds only other modules has no resource by which it would be known.
        let instances = if instances.is_empty() {
            vec![Cow::Owned(self.inventory.modules.instance(&address))]
        } else {
            instances
        };
        instances.into_iter().map(|module| Resolver { module, ..self.within() }).collect()
    }

    /// One step further, outside the instances of a block: where local values and outputs are.
    pub(super) fn within(&self) -> Self {
        Resolver { key: None, for_each: &Argument::Nothing, depth: self.depth + 1, ..self.clone() }
    }
}
