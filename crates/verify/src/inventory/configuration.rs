//! Reads the inventory from a configuration: alone, as declared, or beside the plan that was made
//! of it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Map, Value as Json};
use terraform::configuration::declared::{Mode as DeclaredMode, Module, ResourceName};
use terraform::configuration::{Configuration, Instance, InstanceKey, Instances, Known};
use terraform::diagnostic::Diagnostics;
use terraform::tf::{DeclareError, Root};
use terraform::value::Value;
use thiserror::Error;

use super::read::providers;
use super::{Inventory, ResourceInstance};
use crate::aws::schema::Schema;
use crate::configured::{Configured, aligned, fill};
use crate::modules::{Modules, without_keys};
use terraform::plan::values::{Planned, from_planned, planned};
use terraform::plan::{self, Action, Key, Mode};

/// Why a configuration cannot be proved.
#[derive(Debug, Error)]
pub enum ConfigurationError {
    /// It says something that Terraform would refuse.
    #[error("{0}")]
    Refused(#[from] Diagnostics),
    /// A stack that cannot be declared.
    #[error(transparent)]
    Declared(#[from] DeclareError),
    /// The plan was made of another configuration.
    #[error(
        "the plan has {0}, which this configuration does not make; give the folder in which the \
         plan was made, with the same variables"
    )]
    OtherPlan(String),
    /// It makes nothing.
    #[error("makes no resource: nothing is configured of which something could be proved")]
    Empty,
}

impl Inventory {
    /// The inventory of a configuration that is not planned: what Terraform would say of it, as far
    /// as that can be known without it. What is not written is absent, where a plan has the
    /// provider's default.
    ///
    /// # Errors
    /// When Terraform would refuse the configuration.
    pub fn from_configuration(configuration: &Configuration) -> Result<Self, ConfigurationError> {
        let (instances, written) = rayon::join(
            || instances_of(configuration),
            || plan::Configuration::from(configuration),
        );
        let instances: Vec<_> = instances?.by_address.into_values().collect();
        let entries = instances.into_par_iter().filter_map(|instance| {
            let configured = Configured::new(instance, configuration.sources());
            entry_of(configured)
        });
        let mut inventory = Self {
            entries: entries.collect(),
            providers: providers(&written),
            modules: Modules::of(written),
            is_configuration: true,
            gaps: gaps(configuration),
            folder: configuration.folder().to_owned(),
            sources: Arc::clone(configuration.sources()),
            ..Self::default()
        };
        if inventory.entries.is_empty() && inventory.gaps.is_empty() {
            return Err(ConfigurationError::Empty);
        }
        inventory.index();
        Ok(inventory)
    }

    /// The inventory of a stack as it is declared.
    ///
    /// # Errors
    /// When a module cannot be declared.
    pub fn from_modules(root: &Root) -> Result<Self, ConfigurationError> {
        let modules = root.modules()?;
        let read = modules.iter().map(Configuration::declared_module);
        Self::of_declared(root, read.collect::<Result<Vec<_>, _>>()?)
    }

    /// The inventory of a stack whose modules, those that `root` calls, are read already.
    ///
    /// # Errors
    /// When Terraform would refuse what is declared: a mistake in a tier.
    pub fn of_declared(
        root: &Root,
        modules: impl IntoIterator<Item = Arc<Module>>,
    ) -> Result<Self, ConfigurationError> {
        Self::from_configuration(&Configuration::declared(root, modules)?)
    }

    /// The inventory of a plan with the configuration that it was made of, which says where each
    /// value comes from.
    ///
    /// # Errors
    /// When the plan was made of another configuration.
    pub fn with_configuration(
        mut self,
        configuration: &Configuration,
    ) -> Result<Self, ConfigurationError> {
        let mut instances = configuration.instances_with(&OfPlan::of(&self))?;
        let missing = configuration.missing_modules();
        let is_missing = |module: &str| {
            let called = |missing: &String| without_keys(module).starts_with(missing.as_str());
            missing.iter().any(called)
        };
        for entry in &mut self.entries {
            let Some(instance) = instances.by_address.swap_remove(&*entry.address) else {
                let is_uncertain = instances.by_address.values().any(|instance| {
                    !instance.is_certain() && instance.name.to_string() == entry.block
                });
                if entry.mode == Mode::Managed && !is_missing(&entry.module) && !is_uncertain {
                    return Err(ConfigurationError::OtherPlan(entry.address.clone()));
                }
                continue;
            };
            let configured = Configured::new(instance, configuration.sources());
            let value = aligned(&entry.values, &entry.unknown, &configured.value);
            fill(&mut entry.values, &mut entry.unknown, &value);
            entry.configured = Some(Arc::new(configured.with_value(value)));
        }
        self.modules.define_locals(&plan::Configuration::from(configuration));
        self.folder = configuration.folder().to_owned();
        self.sources = Arc::clone(configuration.sources());
        self.index();
        Ok(self)
    }
}

/// What a configuration makes. The zones of a region are not written anywhere: three of them are
/// assumed, or six where more are asked for.
fn instances_of(configuration: &Configuration) -> Result<Instances, Diagnostics> {
    configuration
        .instances_with(&Zones(3))
        .or_else(|refused| configuration.instances_with(&Zones(6)).map_err(|_| refused))
}

/// Why a configuration is not the whole.
fn gaps(configuration: &Configuration) -> Vec<String> {
    let missing = configuration.missing_modules().into_iter();
    let mut gaps: Vec<String> =
        missing.map(|module| format!("{module} is not installed: run `terraform init`")).collect();
    gaps.extend(configuration.replaced_by_tofu().iter().map(|file| {
        format!(
            "{} is not read, since OpenTofu reads a .tofu file in its place; Terraform would read \
             it",
            file.display()
        )
    }));
    gaps
}

fn entry_of(configured: Configured) -> Option<ResourceInstance> {
    let instance = configured.instance();
    let (mode, actions): (_, &[Action]) = match instance.mode() {
        DeclaredMode::Managed => (Mode::Managed, &[Action::Create]),
        DeclaredMode::Data => (Mode::Data, &[Action::Read]),
        DeclaredMode::Ephemeral => return None,
    };
    let Planned { mut value, unknown, sensitive } = planned(&configured.value);
    if let Some(values) = value.as_object_mut() {
        write_texts(values, &instance.name);
        add_default_tags(values, instance);
    }
    let entry = ResourceInstance::new(
        Arc::clone(&instance.module),
        instance.address.to_string(),
        mode,
        &instance.name.kind,
        &instance.name.name,
    );
    let key = key_of(&instance.key);
    let configured = Some(Arc::new(configured));
    Some(ResourceInstance {
        key,
        actions: Cow::Borrowed(actions),
        values: value,
        unknown,
        sensitive,
        configured,
        ..entry
    })
}

/// Terraform makes a text of a number or a bool where the provider takes a text: `cpu = 1024`.
fn write_texts(values: &mut Map<String, Json>, resource: &ResourceName) {
    for (name, value) in values {
        if matches!(value, Json::Number(_) | Json::Bool(_))
            && Schema.attribute_type(resource, name).is_some()
        {
            *value = Json::String(value.to_string());
        }
    }
}

fn key_of(key: &InstanceKey) -> Option<Key> {
    match key {
        InstanceKey::None | InstanceKey::Unknown(_) => None,
        InstanceKey::Index(index) => u64::try_from(*index).ok().map(Key::Index),
        InstanceKey::Name(name) => Some(Key::Name(name.to_string())),
    }
}

/// The provider adds its own tags to those of every resource that takes tags.
fn add_default_tags(values: &mut Map<String, Json>, instance: &Instance) {
    let Some(own) = values.get("tags").and_then(Json::as_object) else { return };
    let block =
        instance.provider.arguments.get("default_tags").map(|argument| argument.content.to_value());
    // In JSON syntax a block of which there is one is an object, and else the first of a list.
    let tags = block
        .as_ref()
        .and_then(|block| block.get("tags").or_else(|| block.children().next()?.get("tags")));
    let default = tags.map(|tags| planned(tags).value);
    let mut all = default.and_then(|tags| tags.as_object().cloned()).unwrap_or_default();
    all.extend(own.iter().map(|(name, tag)| (name.clone(), tag.clone())));
    values.insert("tags_all".to_owned(), Json::Object(all));
}

/// What is known beside the configuration: the zones of the region of a data source, so many of
/// them.
struct Zones(usize);

impl Known for Zones {
    fn schema(&self) -> Option<&dyn Known> {
        Some(&Schema)
    }

    fn attributes(&self, instance: &Instance) -> BTreeMap<Arc<str>, Value> {
        if instance.mode() != DeclaredMode::Data {
            return BTreeMap::new();
        }
        // Provider 6 has a region in each data source.
        let region = instance.arguments.value("region").or_else(|| instance.provider.region());
        let region = region.and_then(Value::as_str);
        match (&*instance.name.kind, region) {
            ("aws_availability_zones", region) => {
                let region = region.unwrap_or("us-east-1");
                let zones = ('a'..='z').take(self.0).map(|letter| format!("{region}{letter}"));
                BTreeMap::from([("names".into(), Value::strings(zones))])
            }
            ("aws_region", Some(region)) => {
                let name = Value::string(region);
                ["name", "id", "region"]
                    .into_iter()
                    .map(|attribute| (attribute.into(), name.clone()))
                    .collect()
            }
            ("aws_partition", _) => BTreeMap::from([("partition".into(), Value::string("aws"))]),
            _ => BTreeMap::new(),
        }
    }
}

/// What a plan knows: the attributes of its resources and data sources, and the variables it was
/// made with.
struct OfPlan<'a> {
    inventory: &'a Inventory,
    entries: HashMap<&'a str, &'a ResourceInstance>,
}

impl<'a> OfPlan<'a> {
    fn of(inventory: &'a Inventory) -> Self {
        Self {
            inventory,
            entries: inventory
                .entries
                .iter()
                .map(|entry| (entry.address.as_str(), entry))
                .collect(),
        }
    }
}

impl Known for OfPlan<'_> {
    fn attributes(&self, instance: &Instance) -> BTreeMap<Arc<str>, Value> {
        let Some(entry) = self.entries.get(&*instance.address) else { return BTreeMap::new() };
        let values = entry.values.as_object().into_iter().flatten();
        let known = values.filter(|(name, _)| entry.unknown.get(*name) != Some(&Json::Bool(true)));
        let value = |(name, value): (&String, &Json)| {
            let unknown = entry.unknown.get(name).unwrap_or(&Json::Null);
            (Arc::from(name.as_str()), from_planned(value, unknown, &entry.address, name))
        };
        known.map(value).collect()
    }

    fn schema(&self) -> Option<&dyn Known> {
        Some(&Schema)
    }

    fn variable(&self, name: &str) -> Option<Value> {
        self.inventory.variables.get(name).map(|variable| Value::from_json(&variable.value))
    }
}
