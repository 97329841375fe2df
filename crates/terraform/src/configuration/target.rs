//! [`Target`]: what a reference leads to, with the checks that Terraform makes of references before
//! it evaluates anything.

use std::sync::Arc;

use super::builtin;
use super::declared::{Mode, Module, ResourceName};
use super::literal::first_attribute;
use super::references::Use;
use crate::diagnostic::Diagnostic;
use crate::expr::{Kind, Reference, Step};
use crate::read::Result;

/// What a reference names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Target {
    Variable(Arc<str>),
    Local(Arc<str>),
    Resource(ResourceName),
    /// A module call, and the output that is taken of it, if that can be told.
    Module(Arc<str>, Option<Arc<str>>),
    /// `each`, `count`, `self`, `path`, `terraform`.
    Other,
}

impl Target {
    /// What a reference names, if there is such a thing in the module and it may be named here.
    pub fn of(module: &Module, used: &Use<'_>) -> Result<Self> {
        let Use { reference, available } = used;
        let error =
            |summary: &str, detail: String| Err(Diagnostic::new(reference.span, summary, detail));
        let root = &**reference.root;
        let name = first_attribute(reference.steps);
        let named = |what: &str| match name {
            Some(name) => Ok(name.clone()),
            None => {
                let detail = format!(
                    "The \"{root}\" object cannot be accessed directly. Instead, access {what}."
                );
                Err(Diagnostic::new(reference.span, "Invalid reference", detail))
            }
        };
        match root {
            "var" => {
                let name = named("one of its attributes")?;
                match module.variables.contains_key(&name) {
                    true => Ok(Target::Variable(name)),
                    false => {
                        let detail = format!(
                            "An input variable with the name \"{name}\" has not been declared{}.",
                            similar(&name, module.variables.keys())
                        );
                        error("Reference to undeclared input variable", detail)
                    }
                }
            }
            "local" => {
                let name = named("one of its attributes")?;
                match module.locals.contains_key(&name) {
                    true => Ok(Target::Local(name)),
                    false => {
                        let detail = format!(
                            "A local value with the name \"{name}\" has not been declared{}.",
                            similar(&name, module.locals.keys())
                        );
                        error("Reference to undeclared local value", detail)
                    }
                }
            }
            "module" => {
                let name = named("one of its attributes")?;
                match module.calls.get(&name) {
                    Some(call) => {
                        let repeated = call.repeat.expr().is_some();
                        Ok(Target::Module(
                            name,
                            output(repeated, reference.steps.get(1..).unwrap_or_default()),
                        ))
                    }
                    None => {
                        let detail = format!(
                            "No module call named \"{name}\" is declared{}.",
                            similar(&name, module.calls.keys())
                        );
                        error("Reference to undeclared module", detail)
                    }
                }
            }
            "each" if available.each => match name.map(|name| &**name) {
                Some("key" | "value") => Ok(Target::Other),
                _ => error(
                    "Invalid \"each\" attribute",
                    "The \"each\" object has the attributes key and value.".into(),
                ),
            },
            "each" => error(
                "Reference to \"each\" in context without for_each",
                "The \"each\" object can be used only in \"module\" or \"resource\" blocks, and \
                 only when the \"for_each\" argument is set."
                    .into(),
            ),
            "count" if available.count => match name.map(|name| &**name) {
                Some("index") => Ok(Target::Other),
                _ => error(
                    "Invalid \"count\" attribute",
                    "The \"count\" object has only the attribute index.".into(),
                ),
            },
            "count" => error(
                "Reference to \"count\" in non-counted context",
                "The \"count\" object can only be used in \"module\", \"resource\", and \"data\" \
                 blocks, and only when the \"count\" argument is set."
                    .into(),
            ),
            "self" if available.itself => Ok(Target::Other),
            "self" => error(
                "Invalid \"self\" reference",
                "The \"self\" object is not available in this context. This object can be used \
                 only in resource provisioner, connection, and postcondition blocks."
                    .into(),
            ),
            "path" => match name.map(|name| &**name) {
                Some("module" | "root" | "cwd") => Ok(Target::Other),
                _ => error(
                    "Invalid \"path\" attribute",
                    "The \"path\" object has the attributes cwd, module and root.".into(),
                ),
            },
            "terraform" | "tofu" => match name.map(|name| &**name) {
                Some("workspace" | "applying") => Ok(Target::Other),
                _ => error(
                    "Invalid \"terraform\" attribute",
                    "The \"terraform\" object has the attribute workspace.".into(),
                ),
            },
            "data" => resource(module, reference, Mode::Data, reference.steps),
            "ephemeral" => resource(module, reference, Mode::Ephemeral, reference.steps),
            "resource" => resource(module, reference, Mode::Managed, reference.steps),
            _ => {
                let Some(name) = name else {
                    let detail = "A reference to a resource type must be followed by at least one \
                                  attribute access, specifying the resource name.";
                    return error("Invalid reference", detail.into());
                };
                let resource = ResourceName {
                    mode: Mode::Managed,
                    kind: reference.root.clone(),
                    name: name.clone(),
                };
                known(module, reference, resource, reference.steps.get(1..).unwrap_or_default())
            }
        }
    }
}

/// ` Did you mean "…"?`
fn similar<'a>(name: &str, known: impl Iterator<Item = &'a Arc<str>>) -> String {
    let near = known.filter(|other| {
        other.eq_ignore_ascii_case(name)
            || other.replace(['-', '_'], "") == name.replace(['-', '_'], "")
    });
    near.map(|other| format!("; did you mean \"{other}\"?")).next().unwrap_or_default()
}

fn resource(
    module: &Module,
    reference: &Reference<'_>,
    mode: Mode,
    steps: &[Step],
) -> Result<Target> {
    let [Step::Attribute(kind), Step::Attribute(name), rest @ ..] = steps else {
        let detail = format!(
            "The \"{}\" object must be followed by two attribute names: the resource type and the \
             resource name.",
            reference.root
        );
        return Err(Diagnostic::new(reference.span, "Invalid reference", detail));
    };
    known(module, reference, ResourceName { mode, kind: kind.clone(), name: name.clone() }, rest)
}

fn known(
    module: &Module,
    reference: &Reference<'_>,
    name: ResourceName,
    rest: &[Step],
) -> Result<Target> {
    let error =
        |summary: &str, detail: String| Err(Diagnostic::new(reference.span, summary, detail));
    let Some(resource) = module.resources.get(&name) else {
        let what = if name.mode == Mode::Data { "data resource" } else { "managed resource" };
        let detail = format!(
            "A {what} \"{}\" \"{}\" has not been declared in this module.",
            name.kind, name.name
        );
        return error("Reference to undeclared resource", detail);
    };
    let repeated = resource.repeat.expr().is_some();
    let (attribute, deeper) = match rest {
        [Step::Attribute(_), ..] if repeated => {
            let detail = format!(
                "Because {name} has \"count\" or \"for_each\" set, its attributes must be \
                 accessed on specific instances, as {name}[count.index]."
            );
            return error("Missing resource instance key", detail);
        }
        [Step::Index(index), ..]
            if !repeated && matches!(index.bare().kind, Kind::Number(_) | Kind::String(_)) =>
        {
            let detail = format!(
                "Because {name} does not have \"count\" or \"for_each\" set, references to it \
                 must not include an index key."
            );
            return error("Unexpected resource instance key", detail);
        }
        [Step::Attribute(attribute), deeper @ ..] => (Some(attribute), deeper.first()),
        [Step::Index(index), Step::Attribute(attribute), deeper @ ..]
            if matches!(index.bare().kind, Kind::Number(_) | Kind::String(_)) =>
        {
            (Some(attribute), deeper.first())
        }
        _ => (None, None),
    };
    match attribute {
        Some(attribute) if !builtin::may_have(&name, attribute) => error(
            "Unsupported attribute",
            format!(
                "This object has no argument, nested block, or exported attribute named \
                 \"{attribute}\"."
            ),
        ),
        Some(attribute)
            if builtin::is_text(&name, attribute)
                && matches!(deeper, Some(Step::Attribute(_) | Step::Index(_))) =>
        {
            error(
                "Unsupported attribute",
                format!("\"{attribute}\" is a string: nothing can be taken of it."),
            )
        }
        _ => Ok(Target::Resource(name)),
    }
}

/// The output that is taken of a module: `module.m.x`, `module.m[0].x`, `module.m[*].x`.
fn output(repeated: bool, steps: &[Step]) -> Option<Arc<str>> {
    match steps {
        [Step::Index(_), ..] if !repeated => None,
        [Step::Attribute(name), ..] => Some(name.clone()),
        [Step::Index(_), Step::Attribute(name), ..] => Some(name.clone()),
        [Step::Splat(splat), ..] => first_attribute(&splat.each).cloned(),
        _ => None,
    }
}
