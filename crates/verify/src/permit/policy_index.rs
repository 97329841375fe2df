//! [`PolicyIndex`]: the policies of a plan, by the resources they are in.

use std::collections::HashMap;
use std::sync::Arc;

use crate::policy::{Policy, Role, holders_of};
use crate::resource::Resource;

/// The policies of a plan.
#[derive(Debug)]
pub struct PolicyIndex<'a> {
    policies: Arc<[Policy<'a>]>,
    by_resource: HashMap<&'a str, Vec<usize>>,
}

impl<'a> PolicyIndex<'a> {
    pub fn new(policies: Arc<[Policy<'a>]>) -> Self {
        let mut by_resource: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, policy) in policies.iter().enumerate() {
            by_resource.entry(policy.place.resource().address()).or_default().push(index);
        }
        Self { policies, by_resource }
    }

    /// The policies that are in a resource.
    pub fn of(&self, resource: Resource<'a>) -> impl Iterator<Item = &Policy<'a>> {
        self.by_resource
            .get(resource.address())
            .into_iter()
            .flatten()
            .map(|index| &self.policies[*index])
    }
    /// The policies that say who may use a resource: its own, and those attached to it.
    pub fn about(&self, resource: Resource<'a>) -> Vec<&Policy<'a>> {
        let holders = holders_of(resource).into_iter();
        let mut places: Vec<_> = holders
            .filter_map(|holder| self.by_resource.get(holder.address()))
            .flatten()
            .copied()
            .collect();
        // In the order of the plan.
        places.sort_unstable();
        let policies = places.into_iter().map(|index| &self.policies[index]);
        policies.filter(|policy| policy.role == Role::Resource).collect()
    }
}
