//! What a plan finds: the stack as it is before the apply, and while that goes on.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;
use terraform::plan::Action;

use super::{Inventory, ResourceInstance};
use crate::Resource;

impl Inventory {
    /// What exists before the apply, as a state tells of it.
    pub fn before(&self) -> Self {
        let all = self.entries.iter().chain(&self.destroyed);
        Self::deployed(self.terraform_version.clone(), all.filter_map(ResourceInstance::existing))
    }

    /// The stack as the plan makes it, but for one resource that still is as it was: what ECS
    /// replaces only after Terraform is done.
    pub fn with_still(&self, resource: Resource) -> Self {
        let still = |entry: &ResourceInstance| match entry.address == resource.address() {
            true => entry.existing().unwrap_or_else(|| entry.clone()),
            false => entry.clone(),
        };
        let mut inventory = Self {
            entries: self.entries.iter().map(still).collect(),
            modules: self.modules.clone(),
            variables: self.variables.clone(),
            terraform_version: self.terraform_version.clone(),
            declared: self.declared.clone(),
            sources: Arc::clone(&self.sources),
            ..Self::default()
        };
        inventory.index();
        inventory
    }
}

impl ResourceInstance {
    /// The resource as it is before the apply; `None` where there is none yet.
    fn existing(&self) -> Option<Self> {
        let values = match &*self.actions {
            [Action::Create] => return None,
            _ if self.before.is_null() => self.values.clone(),
            _ => self.before.clone(),
        };
        Some(Self {
            actions: Cow::Borrowed(&[Action::NoOp]),
            values,
            before: Value::Null,
            unknown: Value::Null,
            configured: None,
            ..self.clone()
        })
    }
}
