//! [`Memory`]: what was read and found already, for the life of an inventory. Several threads may look at the same one.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::{self, ThreadId};

use super::found::Places;
use crate::reference::Reference;

/// What was read and found already.
#[derive(Debug, Default)]
pub struct Memory {
    references: RwLock<HashMap<String, Option<Arc<Reference>>>>,
    /// What variables, outputs and local values refer to.
    pub(super) found: Findings<Arc<Places>>,
}

/// Findings of one kind, by what they are of.
#[derive(Debug)]
pub struct Findings<T> {
    known: RwLock<HashMap<String, T>>,
    /// Who looks for what at the moment.
    sought: Mutex<HashSet<(ThreadId, String)>>,
}

/// What is known already.
pub enum Recalled<T> {
    /// This.
    Known(T),
    /// Nothing yet, and it is this thread that looks for it: what it is of refers to itself.
    Circle,
    /// Nothing yet.
    Nothing,
}

impl Memory {
    /// A reference, read once.
    pub fn reference(&self, text: &str) -> Option<Arc<Reference>> {
        if let Some(known) = self.references.read().unwrap_or_else(PoisonError::into_inner).get(text) {
            return known.clone();
        }
        let reference = Reference::parse(text).map(Arc::new);
        self.references.write().unwrap_or_else(PoisonError::into_inner).insert(text.to_owned(), reference.clone());
        reference
    }
}

impl<T: Clone> Findings<T> {
    pub(super) fn recall(&self, of: &str) -> Recalled<T> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(of) {
            return Recalled::Known(known.clone());
        }
        let sought = self.sought.lock().unwrap_or_else(PoisonError::into_inner);
        if sought.contains(&(thread::current().id(), of.to_owned())) { Recalled::Circle } else { Recalled::Nothing }
    }

    /// Looks for what is not known yet. Two threads may look for the same, and none waits for the other.
    pub(super) fn find(&self, of: &str, find: impl FnOnce() -> T) -> T {
        let seeker = (thread::current().id(), of.to_owned());
        self.sought.lock().unwrap_or_else(PoisonError::into_inner).insert(seeker.clone());
        let found = find();
        self.known.write().unwrap_or_else(PoisonError::into_inner).insert(of.to_owned(), found.clone());
        self.sought.lock().unwrap_or_else(PoisonError::into_inner).remove(&seeker);
        found
    }
}

impl<T> Default for Findings<T> {
    fn default() -> Self {
        Findings { known: RwLock::default(), sought: Mutex::default() }
    }
}
