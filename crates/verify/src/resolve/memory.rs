//! [`Memory`]: what the variables, outputs and local values that were looked into refer to.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::found::Places;

/// What was found already, by what it is of. Several threads may look for the same, and none waits for the other.
#[derive(Debug, Default)]
pub struct Memory(RwLock<HashMap<String, Arc<Places>>>);

impl Memory {
    /// What is known already.
    pub(super) fn get(&self, of: &str) -> Option<Arc<Places>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(of).cloned()
    }

    /// Keeps what was found.
    pub(super) fn keep(&self, of: String, found: Places) -> Arc<Places> {
        let found = Arc::new(found);
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(of, Arc::clone(&found));
        found
    }
}
