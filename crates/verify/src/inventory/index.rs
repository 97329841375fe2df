//! Sorts the resources of an inventory, and finds each by its address.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::mentions::Mentions;
use super::{IDENTITIES, Inventory, NAMES, ResourceInstance};
use crate::given;
use crate::modules::child_address;
use crate::reference::Reference;

impl Inventory {
    /// Puts the resources in order, so that every list of them is in the order of their keys, and
    /// finds each by what it is called.
    pub(super) fn index(&mut self) {
        self.identities.clear();
        self.names.clear();
        self.given_names.clear();
        for entries in [&mut self.entries, &mut self.destroyed] {
            entries.sort_by(|one, other| one.order().cmp(&other.order()));
        }
        // Those that are destroyed come after those that will exist, so that nothing is taken for
        // something else.
        let all = self.entries.iter_mut().chain(&mut self.destroyed).chain(&mut self.providers);
        all.enumerate().for_each(|(place, entry)| entry.place = place);
        self.by_module = by_module(&self.entries);
        self.kinds = by_kind(&self.entries);
        self.destroyed_kinds = by_kind(&self.destroyed);
        let addresses = self.entries.iter().enumerate();
        self.addresses = addresses.map(|(place, entry)| (entry.address.clone(), place)).collect();
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
            for name in entry
                .configured
                .iter()
                .flat_map(|configured| given::names_of(entry.kind(), &configured.value))
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
        // They are in order, so that the same are together.
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

/// They are in the order of modules.
fn by_module(entries: &[ResourceInstance]) -> HashMap<Arc<str>, Range<usize>> {
    let mut begin = 0;
    let runs = entries.chunk_by(|one, other| one.module == other.module).map(|run| {
        let places = begin..begin + run.len();
        begin = places.end;
        (Arc::clone(&run[0].module), places)
    });
    runs.collect()
}

fn by_kind(entries: &[ResourceInstance]) -> HashMap<String, Vec<usize>> {
    let mut kinds: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, entry) in entries.iter().enumerate() {
        match kinds.get_mut(entry.kind()) {
            Some(places) => places.push(place),
            None => drop(kinds.insert(entry.kind().to_owned(), vec![place])),
        }
    }
    kinds
}
