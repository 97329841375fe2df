//! Reads the inventory from a plan.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Entry, Inventory};
use crate::modules::Modules;
use crate::plan::{Action, Mode, Plan, ResourceChange, StateModule, StateResource};

impl Inventory {
    /// The inventory of a plan.
    pub fn from_plan(plan: Plan) -> Self {
        let mut inventory = Self {
            modules: plan.configuration.map(Modules::of).unwrap_or_default(),
            variables: plan.variables,
            terraform_version: plan.terraform_version,
            ..Self::default()
        };
        if let Some(values) = plan.prior_state.and_then(|state| state.values) {
            inventory.add_data_sources(values.root_module);
        }
        for change in plan.resource_changes.into_iter().flatten().filter(|change| change.deposed.is_none()) {
            inventory.add_change(change);
        }
        inventory.index();
        inventory
    }

    fn add_data_sources(&mut self, module: StateModule) {
        let instance = Arc::from(module.address);
        for resource in module.resources.into_iter().filter(|resource| resource.mode == Mode::Data) {
            let StateResource { address, mode, kind, name, index, values } = resource;
            let values = values.and_then(|json| serde_json::from_str(json.get()).ok()).unwrap_or_default();
            let entry = Entry::new(Arc::clone(&instance), address, mode, &kind, &name);
            self.entries.push(Entry { key: index, actions: Cow::Borrowed(&[Action::Read]), values, ..entry });
        }
        for child in module.child_modules {
            self.add_data_sources(child);
        }
    }

    fn add_change(&mut self, resource: ResourceChange) {
        let ResourceChange { address, module_address, mode, kind, name, index, change, .. } = resource;
        let gone = change.after.is_null() && !change.actions.contains(&Action::Create);
        let before = || change.before.and_then(|json| serde_json::from_str(json.get()).ok()).unwrap_or_default();
        let entry = Entry {
            key: index,
            values: if gone { before() } else { change.after },
            actions: Cow::Owned(change.actions),
            unknown: change.after_unknown,
            sensitive: change.after_sensitive,
            ..Entry::new(self.instance(&module_address), address, mode, &kind, &name)
        };
        if gone { self.destroyed.push(entry) } else { self.entries.push(entry) }
    }

    /// The address of a module instance; a plan lists the resources of one together.
    fn instance(&self, address: &str) -> Arc<str> {
        let last = self.entries.last().map(|entry| &entry.module).filter(|last| ***last == *address);
        last.map_or_else(|| Arc::from(address), Arc::clone)
    }
}
