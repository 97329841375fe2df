//! [`Resource`]: one resource instance of the inventory, as rules see it.

use std::fmt;

use serde_json::Value;

use super::configured::Configured;
use super::inventory::{Inventory, ResourceInstance};
use terraform::plan::{Action, Argument, Key, Mode, ResourceConfiguration};

/// One resource instance or data source that will exist.
#[derive(Clone, Copy)]
pub struct Resource<'a> {
    pub(super) inventory: &'a Inventory,
    pub(super) entry: &'a ResourceInstance,
}

impl<'a> Resource<'a> {
    pub(super) fn new(inventory: &'a Inventory, entry: &'a ResourceInstance) -> Self {
        Resource { inventory, entry }
    }

    pub(super) fn place(self) -> usize {
        self.entry.place
    }

    /// As `module.network.aws_subnet.app["a"]`.
    pub fn address(self) -> &'a str {
        &self.entry.address
    }

    /// Its type, as `aws_subnet`.
    pub fn kind(self) -> &'a str {
        self.entry.kind()
    }

    /// Its name in the configuration, as `app`.
    pub fn name(self) -> &'a str {
        self.entry.name()
    }

    /// The address of the module instance it is in; empty for the root.
    pub fn module(self) -> &'a str {
        &self.entry.module
    }

    /// Its key among the instances of its block.
    pub fn key(self) -> Option<&'a Key> {
        self.entry.key.as_ref()
    }

    /// Whether it is a data source: something that exists outside this stack.
    pub fn is_data(self) -> bool {
        self.entry.mode == Mode::Data
    }

    /// What the apply does to it.
    pub fn actions(self) -> &'a [Action] {
        &self.entry.actions
    }

    /// The values that it has now, where the apply changes it in place; null where it does not.
    pub fn before(self) -> &'a Value {
        if *self.entry.actions == [Action::Update] { &self.entry.before } else { &Value::Null }
    }

    /// The inventory it is in.
    pub fn inventory(self) -> &'a Inventory {
        self.inventory
    }

    /// What is in its `depends_on`, as written: resources or modules of its own module.
    pub fn depends_on(self) -> &'a [String] {
        self.configuration().map(|(depends_on, _, _)| depends_on).unwrap_or_default()
    }

    pub(super) fn expressions(self) -> &'a Argument {
        self.configuration().map_or(&Argument::Nothing, |(_, expressions, _)| expressions)
    }

    pub(super) fn for_each(self) -> &'a Argument {
        self.configuration().map_or(&Argument::Nothing, |(_, _, for_each)| for_each)
    }

    /// The provider configuration it belongs to, as `aws` or `aws.west`; empty where the plan does
    /// not tell. Two of them may mean two regions or two accounts.
    pub fn provider(self) -> &'a str {
        self.written().map(|block| &*block.provider_config_key).unwrap_or_default()
    }

    /// What the configuration says of it, where that is at hand.
    pub(super) fn configured(self) -> Option<&'a Configured> {
        self.entry.configured.as_deref()
    }

    /// Whether it is known how many instances there are, and that this is one of them.
    pub fn is_certain(self) -> bool {
        self.configured().is_none_or(|configured| configured.instance().is_certain())
    }

    /// Whether both are instances of one block.
    pub fn is_beside(self, other: Self) -> bool {
        self.entry.written.is_some() && self.entry.written == other.entry.written
    }

    fn written(self) -> Option<&'a ResourceConfiguration> {
        let (module, block) = self.entry.written?;
        self.inventory.modules.get(module)?.resources.get(block)
    }

    fn configuration(self) -> Option<(&'a [String], &'a Argument, &'a Argument)> {
        let block = self.written()?;
        Some((&block.depends_on, &block.expressions, &block.for_each_expression))
    }
}

impl PartialEq for Resource<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.entry, other.entry)
    }
}

impl Eq for Resource<'_> {}

impl std::hash::Hash for Resource<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::ptr::hash(self.entry, state);
    }
}

impl fmt::Debug for Resource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.address())
    }
}
