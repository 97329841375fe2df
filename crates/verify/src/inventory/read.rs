//! Reads the inventory from a plan.

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use super::{Inventory, ResourceInstance};
use crate::modules::Modules;
use terraform::plan;
use terraform::plan::{
    Action, Argument, Mode, Plan, ProviderConfiguration, ResourceChange, State, StateModule,
    StateResource,
};

impl Inventory {
    /// The inventory of a plan.
    pub fn from_plan(plan: Plan) -> Self {
        let mut inventory = Self {
            gaps: gaps(&plan),
            providers: plan.configuration.iter().flat_map(providers).collect(),
            modules: plan.configuration.map(Modules::of).unwrap_or_default(),
            variables: plan.variables,
            terraform_version: plan.terraform_version,
            timestamp: plan.timestamp,
            ..Self::default()
        };
        if let Some(values) = plan.prior_state.and_then(|state| state.values) {
            inventory.add_data_sources(values.root_module);
        }
        for change in plan.resource_changes.into_iter().flatten().filter(is_of_stack) {
            inventory.add_change(change);
        }
        inventory.index();
        inventory
    }

    fn add_data_sources(&mut self, module: StateModule) {
        let instance = Arc::from(module.address);
        for resource in module.resources.into_iter().filter(|resource| resource.mode == Mode::Data)
        {
            let StateResource { address, mode, kind, name, index, values } = resource;
            let values =
                values.and_then(|json| serde_json::from_str(json.get()).ok()).unwrap_or_default();
            let entry = ResourceInstance::new(Arc::clone(&instance), address, mode, &kind, &name);
            self.entries.push(ResourceInstance {
                key: index,
                actions: Cow::Borrowed(&[Action::Read]),
                values,
                ..entry
            });
        }
        for child in module.child_modules {
            self.add_data_sources(child);
        }
    }

    fn add_change(&mut self, resource: ResourceChange) {
        let ResourceChange { address, module_address, mode, kind, name, index, change, .. } =
            resource;
        let gone = change.after.is_null() && !change.actions.contains(&Action::Create);
        let before = |wanted: bool| -> Value {
            change
                .before
                .filter(|_| wanted)
                .and_then(|json| serde_json::from_str(json.get()).ok())
                .unwrap_or_default()
        };
        let entry = ResourceInstance {
            key: index,
            before: before(!gone && change.actions.iter().any(is_change)),
            values: if gone { before(true) } else { change.after },
            actions: Cow::Owned(change.actions),
            unknown: change.after_unknown,
            sensitive: change.after_sensitive,
            ..ResourceInstance::new(self.instance(&module_address), address, mode, &kind, &name)
        };
        if gone { self.destroyed.push(entry) } else { self.entries.push(entry) }
    }

    /// The address of a module instance; a plan lists the resources of one together.
    fn instance(&self, address: &str) -> Arc<str> {
        let last =
            self.entries.last().map(|entry| &entry.module).filter(|last| ***last == *address);
        last.map_or_else(|| Arc::from(address), Arc::clone)
    }
}

/// The configurations of providers.
pub(super) fn providers(configuration: &plan::Configuration) -> Vec<ResourceInstance> {
    configuration.provider_config.iter().map(provider).collect()
}

/// A `provider` block, with the arguments whose values are written out.
fn provider((key, written): (&String, &ProviderConfiguration)) -> ResourceInstance {
    let values = constants(&written.expressions);
    ResourceInstance {
        values,
        ..ResourceInstance::new(
            Arc::from(""),
            format!("provider.{key}"),
            Mode::Managed,
            "provider",
            &written.name,
        )
    }
}

fn constants(written: &Argument) -> Value {
    match written {
        Argument::Expression { constant, .. } => constant.as_deref().cloned().unwrap_or_default(),
        Argument::Block(arguments) => arguments
            .iter()
            .map(|(name, argument)| (name.to_string(), constants(argument)))
            .collect(),
        Argument::Blocks(blocks) => blocks.iter().map(constants).collect(),
        Argument::Nothing => Value::Null,
    }
}

/// Whether what exists does not stay as it is.
fn is_change(action: &Action) -> bool {
    matches!(action, Action::Update | Action::Delete)
}

/// Neither what is left of an earlier replacement, nor what exists only while Terraform runs.
fn is_of_stack(change: &ResourceChange) -> bool {
    change.deposed.is_none() && change.mode != Mode::Ephemeral
}

/// Why a plan does not show the whole stack.
fn gaps(plan: &Plan) -> Vec<String> {
    let deferred = plan.deferred_changes.iter().map(|deferred| {
        let address = deferred
            .resource_change
            .as_ref()
            .map_or("a change", |resource| resource.address.as_str());
        format!("{address} is left to a later run ({})", deferred.reason)
    });
    let mut gaps: Vec<_> = deferred.collect();
    if plan.complete == Some(false) && gaps.is_empty() {
        gaps.push(
            "the plan is of a part of the stack only, as -target makes it; plan without -target"
                .to_owned(),
        );
    }
    if plan.resource_changes.as_ref().is_none_or(Vec::is_empty)
        && plan.prior_state.as_ref().is_some_and(has_managed)
    {
        gaps.push(
            "the plan lists no resource of those that exist, as -refresh-only makes it; plan \
             without -refresh-only"
                .to_owned(),
        );
    }
    gaps
}

/// Whether anything of a state is managed by Terraform.
fn has_managed(state: &State) -> bool {
    let mut rest: Vec<&StateModule> =
        state.values.iter().map(|values| &values.root_module).collect();
    while let Some(module) = rest.pop() {
        if module.resources.iter().any(|resource| resource.mode == Mode::Managed) {
            return true;
        }
        rest.extend(&module.child_modules);
    }
    false
}
