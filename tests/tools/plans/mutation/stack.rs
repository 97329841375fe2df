//! The plan of the production stack, and copies of it with one defect each.

use std::sync::LazyLock;

use paytf::config::Profile;
use serde_json::{Map, Value, json};

use crate::support::{config, planned};

/// A kind of mistake, planted in each resource of a type.
#[derive(Debug, Clone, Copy)]
pub struct Mutation {
    /// The type of the resources it is planted in; `aws_subnet.app_a` for one block only.
    pub kind: &'static str,
    /// The mistake.
    pub defect: Defect,
    /// The rules that see it: these and no others.
    pub seen_by: &'static [&'static str],
}

/// A mistake in one resource. Paths are as rules write them: `default_action.0.type`.
#[derive(Debug, Clone, Copy)]
pub enum Defect {
    /// Another value, in JSON; where the resource has nothing at the path, no mutant.
    Set(&'static str, &'static str),
    /// The argument, block or item is left out.
    Unset(&'static str),
    /// The whole resource is left out.
    Drop,
    /// Another reference, as `aws_nat_gateway.b.id`, in place of what the expression refers to.
    Link(&'static str, &'static str),
    /// Anything else: changes the plan, and says whether it could.
    Custom(fn(&mut Stack, &str) -> bool),
}

/// A plan that can be changed.
#[derive(Clone)]
pub struct Stack {
    pub plan: Value,
}

impl Stack {
    /// The plan of production, made once.
    pub fn production() -> &'static Self {
        static STACK: LazyLock<Stack> = LazyLock::new(|| Stack {
            plan: planned(&config("", "prod", Profile::Production)).unwrap().json,
        });
        &STACK
    }

    /// A mutant for each resource in which the mistake can be planted.
    pub fn mutants(&self, mutation: &Mutation) -> Vec<(String, Value)> {
        let addresses = self.addresses(mutation.kind);
        addresses
            .into_iter()
            .filter_map(|address| Some((address.clone(), self.mutant(&address, mutation.defect)?)))
            .collect()
    }

    fn mutant(&self, address: &str, defect: Defect) -> Option<Value> {
        let mut stack = self.clone();
        let planted = match defect {
            Defect::Set(path, value) => {
                stack.set(address, path, serde_json::from_str(value).unwrap())
            }
            Defect::Unset(path) => stack.unset(address, path),
            Defect::Drop => stack.drop(address),
            Defect::Link(path, reference) => stack.link(address, path, reference),
            Defect::Custom(plant) => plant(&mut stack, address),
        };
        planted.then_some(stack.plan)
    }

    /// The addresses of a type's resources, or of one block.
    pub fn addresses(&self, kind: &str) -> Vec<String> {
        let resources = self.plan["resource_changes"].as_array().unwrap().iter();
        let is_meant = |resource: &&Value| {
            resource["type"] == kind
                || format!(
                    "{}.{}",
                    resource["type"].as_str().unwrap(),
                    resource["name"].as_str().unwrap()
                ) == kind
        };
        resources
            .filter(is_meant)
            .map(|resource| resource["address"].as_str().unwrap().to_owned())
            .collect()
    }

    /// The planned change of a resource.
    pub fn change(&mut self, address: &str) -> Option<&mut Value> {
        let resources = self.plan["resource_changes"].as_array_mut()?;
        resources
            .iter_mut()
            .find(|resource| resource["address"] == address)
            .map(|resource| &mut resource["change"])
    }

    /// The block of a resource in the configuration.
    pub fn block(&mut self, address: &str) -> Option<&mut Value> {
        let (module, block) = address.strip_prefix("module.")?.split_once('.')?;
        let block = block.split('[').next()?;
        let resources = &mut self.plan["configuration"]["root_module"]["module_calls"][module]["module"]
            ["resources"];
        resources.as_array_mut()?.iter_mut().find(|resource| resource["address"] == block)
    }

    /// Puts a value where another one is.
    pub fn set(&mut self, address: &str, path: &str, value: Value) -> bool {
        let change = self.change(address).unwrap();
        let pointer = pointer(path);
        let was_unknown = change["after_unknown"]
            .pointer_mut(&pointer)
            .is_some_and(|unknown| std::mem::take(unknown) == true);
        let is_new = match (change["after"].pointer_mut(&pointer), pointer.rsplit_once('/')) {
            (Some(old), _) => std::mem::replace(old, value.clone()) != value,
            (None, Some((parent, name))) if was_unknown => {
                change["after"]
                    .pointer_mut(parent)
                    .and_then(Value::as_object_mut)
                    .unwrap()
                    .insert(name.to_owned(), value.clone());
                true
            }
            _ => false,
        };
        is_new && self.write(address, path, json!({"constant_value": value}))
    }

    /// Leaves an argument, a block or an item out.
    pub fn unset(&mut self, address: &str, path: &str) -> bool {
        let change = self.change(address).unwrap();
        let was_there =
            [remove(&mut change["after"], path), remove(&mut change["after_unknown"], path)]
                .contains(&true);
        if let Some(block) = self.block(address) {
            remove(&mut block["expressions"], path);
        }
        was_there
    }

    /// Adds a resource to a module: the values that are known, and the expressions of those that
    /// are not.
    pub fn add_linked(&mut self, address: &str, values: Value, expressions: Value) -> bool {
        let parts: Vec<_> = address.split('.').collect();
        let [_, module, kind, name] = parts[..] else { return false };
        let unknown: Map<_, _> =
            expressions.as_object().unwrap().keys().map(|key| (key.clone(), true.into())).collect();
        let change = json!({
            "actions": ["create"], "before": null, "after": values, "after_unknown": unknown
        });
        self.plan["resource_changes"].as_array_mut().unwrap().push(json!({
            "address": address, "module_address": format!("module.{module}"), "mode": "managed",
            "type": kind, "name": name, "change": change,
        }));
        let block = json!({"address": format!("{kind}.{name}"), "expressions": expressions});
        let call = &mut self.plan["configuration"]["root_module"]["module_calls"][module]["module"];
        call["resources"].as_array_mut().unwrap().push(block);
        true
    }

    /// Leaves a resource out.
    pub fn drop(&mut self, address: &str) -> bool {
        let resources = self.plan["resource_changes"].as_array_mut().unwrap();
        let before = resources.len();
        resources.retain(|resource| resource["address"] != address);
        resources.len() < before
    }

    /// Lets an argument refer to something else, known after the apply.
    pub fn link(&mut self, address: &str, path: &str, reference: &str) -> bool {
        self.link_all(address, path, &[reference])
    }

    /// Lets an argument refer to several other things, known after the apply.
    pub fn link_all(&mut self, address: &str, path: &str, references: &[&str]) -> bool {
        let change = self.change(address).unwrap();
        let pointer = pointer(path);
        if let Some(value) = change["after"].pointer_mut(&pointer) {
            *value = Value::Null;
        }
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let Some(parent) =
            change["after_unknown"].pointer_mut(parent).and_then(Value::as_object_mut)
        else {
            return false;
        };
        parent.insert(name.to_owned(), true.into());
        self.write(address, path, json!({"references": references}))
    }

    /// Adds a resource of which everything is known.
    pub fn add(&mut self, kind: &str, values: Value) -> bool {
        let resource = json!({
            "address": format!("{kind}.added"), "mode": "managed", "type": kind, "name": "added",
            "change": {"actions": ["create"], "after": values, "after_unknown": {}},
        });
        self.plan["resource_changes"].as_array_mut().unwrap().push(resource);
        true
    }

    fn write(&mut self, address: &str, path: &str, expression: Value) -> bool {
        let Some(block) = self.block(address) else { return false };
        let pointer = pointer(path);
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        if let Some(parent) =
            block["expressions"].pointer_mut(parent).and_then(Value::as_object_mut)
        {
            parent.insert(name.to_owned(), expression);
        }
        true
    }
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}

fn remove(value: &mut Value, path: &str) -> bool {
    let pointer = pointer(path);
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match value.pointer_mut(parent) {
        Some(Value::Object(map)) => map.shift_remove(name).is_some(),
        Some(Value::Array(items)) => name
            .parse::<usize>()
            .is_ok_and(|index| index < items.len() && !items.remove(index).is_null()),
        _ => false,
    }
}
