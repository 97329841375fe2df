//! The order in which Terraform creates and destroys: a resource waits for what its expressions and
//! its `depends_on` refer to, and is destroyed before it.

use std::collections::HashSet;

use super::inventory::Inventory;
use super::modules::{ModuleInstance, child_address};
use super::planned::Planned::{self, Known, Unknown};
use super::reference::Subject;
use super::resolve::Resolver;
use super::resource::Resource;

/// What a resource waits for directly.
#[derive(Default)]
struct Waits<'a> {
    resources: Vec<Resource<'a>>,
    /// Whether there may be more: a plan does not show what a local value refers to if it is known
    /// only after the apply.
    incomplete: bool,
}

impl<'a> Resource<'a> {
    /// Whether it is made after one of the resources that are wanted, be it through others.
    pub fn waits_for(self, wanted: impl Fn(Resource<'a>) -> bool) -> Planned<bool> {
        let (mut seen, mut left, mut incomplete) = (HashSet::from([self]), vec![self], false);
        while let Some(resource) = left.pop() {
            let waits = resource.waits();
            incomplete |= waits.incomplete;
            for before in waits.resources {
                if wanted(before) {
                    return Known(true);
                }
                if seen.insert(before) {
                    left.push(before);
                }
            }
        }
        if incomplete { Unknown } else { Known(false) }
    }

    fn waits(self) -> Waits<'a> {
        let mut waits = Waits::default();
        let resolver = Resolver::of(self);
        for (name, expression) in self.expressions().arguments() {
            let found = resolver.expression(expression);
            // A value that is known before the apply cannot come from something that is made by it.
            waits.incomplete |= !found.incomplete.is_empty() && self.at(name).has_unknown();
            waits.resources.extend(found.links.into_iter().map(|link| link.resource));
        }
        waits.resources.extend(
            resolver.expression(self.for_each()).links.into_iter().map(|link| link.resource),
        );
        let inventory = self.inventory();
        waits.named(inventory, self.module(), self.depends_on());
        let mut module = inventory.instances.get(self.module());
        while let Some(ModuleInstance { parent: Some(parent), call, .. }) = module {
            module = inventory.instances.get(parent);
            let caller = module.and_then(|caller| inventory.modules.get(caller.module));
            if let Some(call) = caller.and_then(|caller| caller.calls.get(call)) {
                waits.named(inventory, parent, &call.depends_on);
            }
        }
        waits
    }
}

impl<'a> Waits<'a> {
    /// What a `depends_on` in a module names: resources, or whole modules.
    fn named(&mut self, inventory: &'a Inventory, module: &str, depends_on: &[String]) {
        for reference in depends_on.iter().filter_map(|text| inventory.reference(text)) {
            match &reference.subject {
                Subject::Resource(block, _) => {
                    let instances = inventory.instances_of(module, block);
                    self.resources
                        .extend(instances.iter().map(|entry| Resource::new(inventory, entry)));
                }
                Subject::Output { call, .. } => {
                    self.resources.extend(inventory.inside(&child_address(module, call, None)));
                }
                _ => {}
            }
        }
    }
}

impl Inventory {
    /// The resources of a called module, in all its instances.
    fn inside<'a>(&'a self, call: &str) -> impl Iterator<Item = Resource<'a>> {
        let first = self.entries.partition_point(|entry| &*entry.module < call);
        let starting =
            self.entries[first..].iter().take_while(move |entry| entry.module.starts_with(call));
        let rest = |entry: &&super::inventory::ResourceInstance| {
            entry.module[call.len()..].starts_with(['.', '['])
        };
        starting
            .filter(move |entry| entry.module.len() == call.len() || rest(entry))
            .map(|entry| Resource::new(self, entry))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::Plan;

    /// A service in a module, a listener in another one, and how the service's module is called.
    fn plan(call: Value, service: Value) -> Value {
        let resource = |module: &str, kind: &str| {
            json!({"address": format!(
                "module.{module}.{kind}.main"
            ), "module_address": format!("module.{module}"),
                "mode": "managed", "type": kind, "name": "main",
                "change": {"actions": ["create"], "after": {}, "after_unknown": {"tags": true}}})
        };
        let inner =
            json!({"resources": [{"address": "aws_ecs_service.main", "expressions": service}]});
        let listener = json!({"resources": [{"address": "aws_lb_listener.main", "expressions": {}}],
            "outputs": {"arn": {"expression": {"references": ["aws_lb_listener.main.arn"]}}}});
        json!({
            "format_version": "1.2",
            "resource_changes": [
                resource("app", "aws_ecs_service"), resource("edge", "aws_lb_listener")
            ],
            "configuration": {"root_module": {"module_calls": {
                "app": {
                    "expressions": call["expressions"], "depends_on": call["depends_on"],
                    "module": inner
                },
                "edge": {"module": listener},
            }}},
        })
    }

    fn waits(call: Value, service: Value) -> Planned<bool> {
        let text = plan(call, service).to_string();
        let inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap());
        let service = inventory.at("module.app.aws_ecs_service.main").unwrap();
        service.waits_for(|before| before.kind() == "aws_lb_listener")
    }

    #[test]
    fn a_resource_waits_for_what_its_module_depends_on_or_is_given() {
        let nothing = || json!({"expressions": {}, "depends_on": []});
        assert_eq!(waits(nothing(), json!({})), Known(false));
        assert_eq!(
            waits(json!({"expressions": {}, "depends_on": ["module.edge"]}), json!({})),
            Known(true)
        );
        let given = json!({
            "expressions": {"listener": {"references": ["module.edge.arn"]}}, "depends_on": []
        });
        assert_eq!(
            waits(given.clone(), json!({"tags": {"references": ["var.listener"]}})),
            Known(true)
        );
        assert_eq!(
            waits(given, json!({})),
            Known(false),
            "an input that nothing uses orders nothing"
        );
    }

    #[test]
    fn a_local_value_that_is_known_after_the_apply_may_refer_to_anything() {
        let nothing = json!({"expressions": {}, "depends_on": []});
        assert_eq!(
            waits(nothing.clone(), json!({"tags": {"references": ["local.tags"]}})),
            Unknown
        );
        assert_eq!(waits(nothing, json!({"name": {"references": ["local.name"]}})), Known(false));
    }
}
