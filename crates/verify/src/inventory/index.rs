//! Puts the resources of an inventory in order, and finds each by what it is called.

use std::sync::Arc;

use rayon::prelude::*;

use super::mentions::Mentions;
use super::{Entry, IDENTITIES, Inventory, NAMES, kind_of};
use crate::given;
use crate::lookup::Lookup;
use crate::modules::child_address;
use crate::reference::Reference;

impl Inventory {
    /// Puts the resources in order, so that every list of them is in the order of their keys, and finds each by what it
    /// is called.
    pub(super) fn index(&mut self) {
        self.identities.clear();
        self.names.clear();
        self.given_names.clear();
        put_in_order(&mut self.entries);
        put_in_order(&mut self.destroyed);
        // Those that are destroyed come after those that will exist, so that nothing is taken for something else.
        let all = self.entries.iter_mut().chain(&mut self.destroyed).chain(&mut self.providers);
        all.enumerate().for_each(|(place, entry)| entry.place = place);
        self.by_module = Lookup::of(self.entries.len(), |place| &*self.entries[place].module);
        self.kinds = Lookup::of(self.entries.len(), |place| kind_of(&self.entries[place]));
        self.destroyed_kinds = Lookup::of(self.destroyed.len(), |place| self.destroyed[place].kind());
        self.addresses = Lookup::of(self.entries.len(), |place| self.entries[place].address.as_str());
        self.index_names();
        self.index_modules();
        let texts = self.modules.references();
        let read = |text: String| Reference::parse(&text).map(|reference| (text, reference));
        self.references = texts.into_par_iter().filter_map(read).collect();
        self.mentions = Mentions::of(self);
        self.secrets = self.find_secrets();
    }

    fn index_names(&mut self) {
        for (place, entry) in self.entries.iter().enumerate() {
            for name in entry.configured.iter().flat_map(|configured| given::names_of(entry.kind(), &configured.value))
            {
                self.given_names.entry(name).or_default().push(place);
            }
            for (attribute, value) in entry.values.as_object().into_iter().flatten() {
                let Some(value) = value.as_str() else { continue };
                let index = match attribute.as_str() {
                    identity if IDENTITIES.contains(&identity) => &mut self.identities,
                    name if NAMES.contains(&name) => &mut self.names,
                    _ => continue,
                };
                let places = index.entry(value.to_owned()).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
    }

    /// The module instance of each resource, and where its block is written.
    fn index_modules(&mut self) {
        let entries = self.entries.iter().chain(&self.destroyed);
        let mut modules: Vec<Arc<str>> = entries.map(|entry| Arc::clone(&entry.module)).collect();
        // They are in order, so that the same stand together.
        modules.dedup();
        for address in modules {
            self.add_instance(&address);
        }
        for entry in self.entries.iter_mut().chain(&mut self.destroyed) {
            entry.written = self.instances.get(&*entry.module).and_then(|instance| {
                let module = self.modules.get(instance.module)?;
                Some((instance.module, module.block(&entry.block)?))
            });
        }
    }

    /// A module instance and those that call it, which may have no resources of their own.
    fn add_instance(&mut self, address: &str) {
        if self.instances.contains_key(address) {
            return;
        }
        let instance = self.modules.instance(address);
        if let Some(parent) = &instance.parent {
            self.add_instance(&parent.clone());
            if instance.key.is_some() {
                let call = child_address(parent, &instance.call, None);
                self.calls.entry(call).or_default().push(instance.clone());
            }
        }
        self.instances.insert(address.to_owned(), instance);
    }
}

fn put_in_order(entries: &mut Vec<Entry>) {
    let order = Lookup::of(entries.len(), |place| entries[place].order());
    let mut left: Vec<_> = entries.drain(..).map(Some).collect();
    entries.extend(order.places().iter().filter_map(|place| left[*place].take()));
}
