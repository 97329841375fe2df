//! The modules of a configuration and their instances, in which references are looked up.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::reference::{Step, path};
use terraform::plan::{
    Argument, Configuration, Key, ModuleCall, ModuleConfiguration, OutputConfiguration,
    ResourceConfiguration,
};

/// How deeply modules may be nested. Terraform has no limit; the JSON of a configuration that nests
/// deeper cannot be read.
const MAX_NESTING: usize = 64;

/// Every module as written, whichever instances it has. The root is the first.
#[derive(Debug, Clone, Default)]
pub struct Modules {
    all: Vec<Module>,
    by_path: HashMap<String, usize>,
}

/// One module as written.
#[derive(Debug, Clone, Default)]
pub struct Module {
    pub resources: Vec<ResourceConfiguration>,
    /// Where `resources` has a block, by its address within the module.
    blocks: HashMap<String, usize>,
    pub calls: BTreeMap<String, Call>,
    pub outputs: BTreeMap<String, OutputConfiguration>,
    /// The defaults of its variables.
    pub variables: HashMap<String, Value>,
    /// The expressions of its local values, in the form of a plan; none where no source is read,
    /// since a plan does not define them.
    pub locals: HashMap<String, Argument>,
}

impl Module {
    /// A module with these blocks and outputs, which calls no other.
    pub fn new(
        resources: Vec<ResourceConfiguration>,
        outputs: BTreeMap<String, OutputConfiguration>,
    ) -> Self {
        let places = resources.iter().enumerate();
        let blocks = places.map(|(place, resource)| (resource.address.clone(), place)).collect();
        Self { resources, blocks, outputs, ..Self::default() }
    }

    /// Where `resources` has a block, by its address within the module.
    pub fn block(&self, address: &str) -> Option<usize> {
        self.blocks.get(address).copied()
    }
}

/// One `module` block as written.
#[derive(Debug, Clone, Default)]
pub struct Call {
    pub expressions: Argument,
    pub for_each: Argument,
    pub depends_on: Vec<String>,
}

/// One instance of a module.
#[derive(Debug, Clone, Default)]
pub struct ModuleInstance {
    /// As `module.network["a"].module.zone`; empty for the root.
    pub address: String,
    /// Its position in [`Modules`].
    pub module: usize,
    /// The name of its call.
    pub call: String,
    /// The key of its call.
    pub key: Option<Key>,
    /// The address of the instance that calls it.
    pub parent: Option<String>,
}

impl Modules {
    /// The modules of a configuration.
    pub fn of(configuration: Configuration) -> Self {
        let mut modules = Self::default();
        modules.add(String::new(), configuration.root_module);
        modules
    }

    fn add(&mut self, path: String, from: ModuleConfiguration) {
        let ModuleConfiguration { resources, module_calls, outputs, variables, locals } = from;
        let defaults =
            variables.into_iter().filter_map(|(name, variable)| Some((name, variable.default?)));
        let (variables, locals) = (defaults.collect(), locals.into_iter().collect());
        let mut module = Module { variables, locals, ..Module::new(resources, outputs) };
        let mut called = Vec::with_capacity(module_calls.len());
        for (name, ModuleCall { expressions, for_each_expression, depends_on, module: inner }) in
            module_calls
        {
            called.push((format!("{path}.{name}"), inner));
            module
                .calls
                .insert(name, Call { expressions, for_each: for_each_expression, depends_on });
        }
        self.by_path.insert(path, self.all.len());
        self.all.push(module);
        for (path, module) in called {
            self.add(path, module);
        }
    }

    /// Gives each module the local values that a configuration has for it.
    pub fn define_locals(&mut self, configuration: &Configuration) {
        let mut rest = vec![(String::new(), &configuration.root_module)];
        while let Some((path, written)) = rest.pop() {
            if let Some(module) = self.by_path.get(&path).and_then(|place| self.all.get_mut(*place))
            {
                module.locals = written.locals.clone().into_iter().collect();
            }
            rest.extend(
                written
                    .module_calls
                    .iter()
                    .map(|(name, call)| (format!("{path}.{name}"), &call.module)),
            );
        }
    }

    /// Each reference that is written anywhere, once.
    pub fn references(&self) -> HashSet<String> {
        let mut texts = HashSet::new();
        for module in &self.all {
            let resources = module.resources.iter();
            let resources = resources
                .flat_map(|resource| [&resource.expressions, &resource.for_each_expression]);
            let calls = module.calls.values().flat_map(|call| [&call.expressions, &call.for_each]);
            let outputs = module.outputs.values().map(|output| &output.expression);
            let written = resources.chain(calls).chain(outputs).chain(module.locals.values());
            texts.extend(written.flat_map(Argument::reference_lists).flatten().cloned());
            let waits = module.resources.iter().map(|resource| &resource.depends_on);
            let waits = waits.chain(module.calls.values().map(|call| &call.depends_on));
            texts.extend(waits.flatten().cloned());
        }
        texts
    }

    /// The module at a place.
    pub fn get(&self, place: usize) -> Option<&Module> {
        self.all.get(place)
    }

    /// The instance that an address names; of a module that is no longer in the configuration, one
    /// without content.
    pub fn instance(&self, address: &str) -> ModuleInstance {
        let calls = calls(address);
        if calls.len() > MAX_NESTING {
            return ModuleInstance {
                address: address.to_owned(),
                module: usize::MAX,
                ..ModuleInstance::default()
            };
        }
        let path: String = calls.iter().flat_map(|(name, _)| [".", name]).collect();
        let Some((call, key)) = calls.last().cloned() else { return ModuleInstance::default() };
        ModuleInstance {
            address: address.to_owned(),
            module: self.by_path.get(&path).copied().unwrap_or(usize::MAX),
            parent: Some(address_of(&calls[..calls.len() - 1])),
            call,
            key,
        }
    }
}

/// The address of a called module's instance.
pub fn child_address(parent: &str, call: &str, key: Option<&Key>) -> String {
    let dot = if parent.is_empty() { "" } else { "." };
    let key = key.map(Key::to_string).unwrap_or_default();
    format!("{parent}{dot}module.{call}{key}")
}

fn address_of(calls: &[(String, Option<Key>)]) -> String {
    calls
        .iter()
        .fold(String::new(), |parent, (call, key)| child_address(&parent, call, key.as_ref()))
}

/// The calls that an address goes through: `module.a["x"].module.b` has two.
fn calls(address: &str) -> Vec<(String, Option<Key>)> {
    let Some((_, steps)) = path(address) else { return Vec::new() };
    let mut calls: Vec<(String, Option<Key>)> = Vec::new();
    // `module` itself is before every name: as the variable first, as an attribute later.
    let mut is_name = true;
    for step in steps {
        match (step, calls.last_mut()) {
            (Step::Attribute(name), _) if is_name => {
                calls.push((name, None));
                is_name = false;
            }
            (Step::Attribute(_), _) => is_name = true,
            (Step::Key(key), Some((_, of))) => *of = Some(key),
            (Step::Key(_), None) => {}
        }
    }
    calls
}

/// `module.a["x"].module.b` without its keys.
pub(crate) fn without_keys(address: &str) -> String {
    let mut depth = 0_usize;
    let kept = address.chars().filter(|c| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_nested_instances_is_taken_apart_and_put_together_again() {
        for address in [
            "",
            "module.a",
            "module.a[0]",
            "module.a[\"x.y\"].module.b",
            "module.module.module.b[\"\\\"\"]",
        ] {
            assert_eq!(address_of(&calls(address)), address);
        }
    }
}
