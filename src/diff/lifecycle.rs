//! [`Lifecycle`]: the `lifecycle` block of a resource.

use terraform::configuration::{Instance, InstanceKey};
use terraform::expr::{Base, Expr, Kind, Step};

use super::values::joined;

/// The life cycle that a resource is declared with.
#[derive(Debug, Default)]
pub struct Lifecycle {
    /// A replacement is created before the old one is destroyed.
    pub create_before_destroy: bool,
    /// Paths of arguments whose changes are not acted on: `tags`, `Owner`; `all` of every
    /// argument.
    pub ignore_changes: Vec<Vec<String>>,
    /// What replaces this one when it changes.
    pub replace_triggered_by: Vec<Trigger>,
}

/// What replaces a resource when it changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// The address of a resource, all of whose instances count, or of an instance.
    pub address: String,
    /// The attribute that counts; else any.
    pub attribute: Option<String>,
}

impl Lifecycle {
    /// What is declared for an instance.
    pub(super) fn of(instance: &Instance) -> Self {
        let mut lifecycle = Lifecycle::default();
        for argument in &instance.lifecycle {
            let value = argument.value.bare();
            match &*argument.name {
                "create_before_destroy" => {
                    lifecycle.create_before_destroy = match &value.kind {
                        Kind::Bool(value) => *value,
                        Kind::String(text) => &**text == "true",
                        _ => false,
                    }
                }
                "ignore_changes" => {
                    lifecycle.ignore_changes = items(value).iter().filter_map(path).collect()
                }
                "replace_triggered_by" => {
                    lifecycle.replace_triggered_by =
                        items(value).iter().filter_map(|item| trigger(item, instance)).collect();
                }
                _ => {}
            }
        }
        lifecycle
    }
}

fn items(value: &Expr) -> &[Expr] {
    match &value.kind {
        Kind::List(items) => items,
        _ => std::slice::from_ref(value),
    }
}

/// `tags["Owner"]`, which the JSON syntax writes as a text.
fn path(item: &Expr) -> Option<Vec<String>> {
    match &item.bare().kind {
        Kind::String(text) => {
            let names = text.split(['.', '[', ']', '"']).filter(|name| !name.is_empty());
            Some(names.map(str::to_owned).collect())
        }
        Kind::Path(path) => {
            let Base::Name(first) = &path.base else { return None };
            let step = |step: &Step| match step {
                Step::Attribute(name) => Some(name.to_string()),
                Step::Index(index) => constant(index),
                Step::Splat(_) => None,
            };
            std::iter::once(Some(first.to_string())).chain(path.steps.iter().map(step)).collect()
        }
        _ => None,
    }
}

fn constant(index: &Expr) -> Option<String> {
    match &index.bare().kind {
        Kind::String(name) => Some(name.to_string()),
        Kind::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn trigger(item: &Expr, instance: &Instance) -> Option<Trigger> {
    let references = item.references();
    let reference = references.first()?;
    let (Step::Attribute(name), steps) = reference.steps.split_first()? else { return None };
    let mut address = joined(&instance.module, &format!("{}.{name}", reference.root));
    let mut attribute = None;
    for step in steps {
        match step {
            Step::Attribute(name) => {
                attribute = Some(name.to_string());
                break;
            }
            Step::Index(index) => {
                let key = match &index.bare().kind {
                    Kind::String(name) => InstanceKey::Name(name.clone()),
                    Kind::Number(number) => InstanceKey::Index(number.as_usize()?),
                    // `each.key` or `count.index`, in all that are written in earnest.
                    _ => instance.key.clone(),
                };
                address.push_str(&key.to_string());
            }
            Step::Splat(_) => break,
        }
    }
    Some(Trigger { address, attribute })
}
