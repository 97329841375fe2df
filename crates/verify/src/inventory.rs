//! [`Inventory`]: every resource of a plan with its planned values, and what refers to what.

mod before;
mod configuration;
mod deployed;
mod index;
mod mentioned;
mod mentions;
mod named;
mod read;
mod referrers;
mod resource_instance;
mod resources;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aho_corasick::AhoCorasick;
use terraform::source::Sources;

use super::declared::Declared;
use super::modules::{ModuleInstance, Modules};
use super::reference::Reference;
pub use configuration::ConfigurationError;
use mentions::Mentions;
pub use resource_instance::ResourceInstance;
use terraform::plan::Variable;

/// The attributes by which other resources mean exactly one: known once a resource exists.
pub(super) const IDENTITIES: [&str; 2] = ["id", "arn"];

/// The attributes by which a resource of a known type can be meant too.
pub(super) const NAMES: [&str; 7] =
    ["name", "identifier", "cluster_identifier", "function_name", "bucket", "url", "key_id"];

/// Everything that a plan says will exist.
#[derive(Debug, Default)]
pub struct Inventory {
    pub(super) entries: Vec<ResourceInstance>,
    pub(super) modules: Modules,
    pub(super) instances: HashMap<String, ModuleInstance>,
    pub(super) variables: BTreeMap<String, Variable>,
    /// The instances of each call that has several, by the call's address.
    calls: HashMap<String, Vec<ModuleInstance>>,
    pub(super) identities: HashMap<String, Vec<usize>>,
    pub(super) names: HashMap<String, Vec<usize>>,
    /// The resources by their names, for names that are known except for variables of the root
    /// module.
    pub(super) given_names: HashMap<String, Vec<usize>>,
    /// Where `entries` has those of a module instance.
    by_module: HashMap<Arc<str>, Range<usize>>,
    /// Where `entries` has those of a type, of whichever mode.
    kinds: HashMap<String, Vec<usize>>,
    addresses: HashMap<String, usize>,
    terraform_version: String,
    timestamp: String,
    is_deployed: bool,
    is_configuration: bool,
    /// Why the plan is not of the whole stack; empty where it is.
    gaps: Vec<String>,
    declared: Declared,
    /// The folder of the configuration, as it was named.
    folder: PathBuf,
    /// The files of the configuration.
    sources: Arc<Sources>,
    pub(super) destroyed: Vec<ResourceInstance>,
    providers: Vec<ResourceInstance>,
    destroyed_kinds: HashMap<String, Vec<usize>>,
    mentions: Mentions,
    /// Every reference in the configuration, by its text.
    references: HashMap<String, Reference>,
    /// Every sensitive text.
    pub(super) secrets: Option<AhoCorasick>,
}

impl Inventory {
    /// The inventory of what a state says is deployed.
    pub(super) fn deployed(
        terraform_version: String,
        entries: impl IntoIterator<Item = ResourceInstance>,
    ) -> Self {
        let entries = entries.into_iter().collect();
        let mut inventory =
            Self { entries, terraform_version, is_deployed: true, ..Self::default() };
        inventory.index();
        inventory
    }

    /// The same, with what people declare that it needs and no plan can show.
    pub fn with_declared(self, declared: Declared) -> Self {
        Self { declared, ..self }
    }

    /// The flows and calls that people declare: those that a plan shows are not among them.
    pub fn declared(&self) -> &Declared {
        &self.declared
    }

    /// The folder in which the files of the configuration are named; empty where there is none.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The files of the configuration; none where there is none at hand.
    pub fn sources(&self) -> &Arc<Sources> {
        &self.sources
    }

    /// Whether it was made from a state: every value is known, but not which of them the
    /// configuration sets.
    pub fn is_deployed(&self) -> bool {
        self.is_deployed
    }

    /// Whether it was made from a configuration alone: what is not written is not known to be
    /// anything.
    pub fn is_configuration(&self) -> bool {
        self.is_configuration
    }

    /// Why it may not be the whole: what was not read.
    pub fn gaps(&self) -> &[String] {
        &self.gaps
    }

    /// What a reference that is written somewhere says; none where it is no reference.
    pub(super) fn reference(&self, text: &str) -> Option<&Reference> {
        self.references.get(text)
    }

    /// Whether the root calls a module of this name.
    pub fn has_module(&self, name: &str) -> bool {
        self.modules.get(0).is_some_and(|root| root.calls.contains_key(name))
    }

    /// The instances of a block, by its module instance and its address within it:
    /// `aws_subnet.app`.
    pub(super) fn instances_of(&self, module: &str, block: &str) -> &[ResourceInstance] {
        // The entries are in the order of modules, and of blocks within them.
        let entries =
            self.by_module.get(module).map_or(&[][..], |places| &self.entries[places.clone()]);
        let rest = &entries[entries.partition_point(|entry| *entry.block < *block)..];
        &rest[..rest.iter().take_while(|entry| *entry.block == *block).count()]
    }

    /// The version of Terraform that made the plan; empty where the plan does not show.
    pub fn terraform_version(&self) -> &str {
        &self.terraform_version
    }

    /// When the plan was made, as `2027-01-31T08:30:00Z`; empty where it does not show.
    pub fn timestamp(&self) -> &str {
        &self.timestamp
    }

    /// How many managed resources there will be.
    pub fn len(&self) -> usize {
        self.resources().count()
    }

    /// Whether there will be none.
    pub fn is_empty(&self) -> bool {
        self.resources().next().is_none()
    }

    /// Whether nothing will be left: the plan of a destroy.
    pub fn is_destroy(&self) -> bool {
        self.is_empty() && !self.destroyed.is_empty() && self.gaps.is_empty()
    }

    /// The instances of a call with `count` or `for_each`, in the order of their keys.
    pub(super) fn keyed_calls(&self, address: &str) -> Vec<&ModuleInstance> {
        let mut instances: Vec<_> = self.calls.get(address).into_iter().flatten().collect();
        instances.sort_by(|a, b| a.key.cmp(&b.key));
        instances
    }
}
