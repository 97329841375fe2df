//! [`Scope`]: what the names in an expression of a module stand for.

use std::path::Path;
use std::sync::Arc;

use super::declared::{Mode, ResourceName};
use super::literal::first_attribute;
use super::references::{Available, Use};
use super::target::Target;
use super::values::{Evaluation, Expansion, Repetition};
use crate::diagnostic::Diagnostic;
use crate::expr::{Reference, Step};
use crate::names::Names;
use crate::read::Result;
use crate::source::Span;
use crate::types::Type;
use crate::value::{Cause, Value};

/// The names of an instance of a module, and of an instance of a resource in it.
pub(super) struct Scope<'a> {
    pub evaluation: &'a Evaluation<'a>,
    pub module: usize,
    pub repetition: &'a Repetition,
    pub itself: Option<&'a Value>,
}

impl Scope<'_> {
    fn module_value(&self, steps: &[Step], span: Span) -> Result<(Value, usize)> {
        let name = first_attribute(steps).map_or("", |name| name);
        let instances = &self.evaluation.modules;
        let Some(module) = instances.get(self.module) else { return missing("module", span) };
        let Some(expansion) = module.calls.get(name) else { return missing("module", span) };
        let outputs = |at: usize| match instances.get(at) {
            Some(child) => Value::Object(Arc::new(
                child.outputs.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
            )),
            None => Value::NULL,
        };
        let value = match expansion {
            // The one output that is named; the others may not be evaluated yet.
            Expansion::Once(at) => {
                let Some(Step::Attribute(output)) = steps.get(1) else {
                    return Ok((outputs(*at), 1));
                };
                return match instances.get(*at).and_then(|child| child.outputs.get(output)) {
                    Some(value) => Ok((value.clone(), 2)),
                    None => {
                        let detail = format!(
                            "This object does not have an attribute named \"{output}\": \
                             module.{name} declares no such output."
                        );
                        Err(Diagnostic::new(span, "Unsupported attribute", detail))
                    }
                };
            }
            Expansion::Count(list) => Value::tuple(list.iter().map(|at| outputs(*at))),
            Expansion::Each(map) => {
                Value::object(map.iter().map(|(key, at)| (key.clone(), outputs(*at))))
            }
            Expansion::Unknown(_, causes) => Value::unknown_because(Type::Dynamic, causes.clone()),
            Expansion::Missing => {
                Value::unknown(Type::Dynamic, Cause::Module(format!("module.{name}").into()))
            }
        };
        Ok((value, 1))
    }

    fn resource(&self, mode: Mode, steps: &[Step], span: Span) -> Result<(Value, usize)> {
        let [Step::Attribute(kind), Step::Attribute(name), ..] = steps else {
            return missing("resource", span);
        };
        Ok((
            self.resource_value(
                ResourceName { mode, kind: kind.clone(), name: name.clone() },
                span,
            )?,
            2,
        ))
    }

    fn resource_value(&self, name: ResourceName, span: Span) -> Result<Value> {
        let found =
            self.evaluation.modules.get(self.module).and_then(|module| module.resources.get(&name));
        found.cloned().ok_or_else(|| {
            let detail = format!("A resource {name} has not been declared in this module.");
            Diagnostic::new(span, "Reference to undeclared resource", detail)
        })
    }
}

fn missing<T>(what: &str, span: Span) -> Result<T> {
    Err(Diagnostic::new(span, "Invalid reference", format!("There is no such {what} here.")))
}

impl Names for Scope<'_> {
    fn resolve(&self, root: &str, steps: &[Step], span: Span) -> Result<(Value, usize)> {
        let name = first_attribute(steps).map_or("", |name| name);
        let Some(module) = self.evaluation.modules.get(self.module) else {
            return missing(root, span);
        };
        let found = match (root, name) {
            ("var", _) => module.variables.get(name).cloned(),
            ("local", _) => module.locals.get(name).cloned(),
            ("module", _) => return self.module_value(steps, span),
            ("data", _) => return self.resource(Mode::Data, steps, span),
            ("ephemeral", _) => return self.resource(Mode::Ephemeral, steps, span),
            ("resource", _) => return self.resource(Mode::Managed, steps, span),
            ("each", "key") => match self.repetition {
                Repetition::Each(key, _) => Some(key.clone()),
                _ => None,
            },
            ("each", "value") => match self.repetition {
                Repetition::Each(_, value) => Some(value.clone()),
                _ => None,
            },
            ("count", "index") => match self.repetition {
                Repetition::Index(index) => Some(index.clone()),
                _ => None,
            },
            ("self", _) => {
                return match self.itself {
                    Some(value) => Ok((value.clone(), 0)),
                    None => missing("self", span),
                };
            }
            ("path", "module") => Some(shown(self.evaluation.folder_of(self.module)).into()),
            ("path", "root") => Some(".".into()),
            ("path", "cwd") => Some(Value::unknown(Type::String, Cause::Other("path.cwd".into()))),
            ("terraform" | "tofu", "workspace") => Some(self.evaluation.workspace.as_str().into()),
            ("terraform" | "tofu", "applying") => {
                Some(Value::unknown(Type::Bool, Cause::Other("terraform.applying".into())))
            }
            _ => {
                let resource =
                    ResourceName { mode: Mode::Managed, kind: root.into(), name: name.into() };
                return self.resource_value(resource, span).map(|value| (value, 1));
            }
        };
        found.map(|value| (value, 1)).ok_or_else(|| {
            Diagnostic::new(span, "Invalid reference", format!("There is no {root}.{name} here."))
        })
    }

    fn check(&self, reference: &Reference<'_>) -> Result<()> {
        let available = match self.repetition {
            Repetition::None => Available::default(),
            Repetition::Index(_) => Available { count: true, ..Available::default() },
            Repetition::Each(..) => Available { each: true, ..Available::default() },
        };
        let available = Available { itself: self.itself.is_some(), ..available };
        let module = self.evaluation.module_of(self.module);
        Target::of(module, &Use { reference: *reference, available }).map(|_| ())
    }

    fn has_provider(&self, name: &str) -> bool {
        let required = self.evaluation.module_of(self.module).settings.iter();
        required
            .flat_map(|block| block.body.blocks_of("required_providers"))
            .any(|block| block.body.attribute(name).is_some())
    }

    fn is_compared(&self) -> bool {
        self.evaluation.compared
    }

    fn has_ephemeral(&self) -> bool {
        self.evaluation.tree.has_ephemeral()
    }

    fn folder(&self) -> &Path {
        self.evaluation.root
    }

    fn readable(&self) -> &Path {
        &self.evaluation.readable
    }
}

/// A folder as Terraform shows it: `.` for the root module.
fn shown(folder: &Path) -> String {
    match folder.as_os_str().is_empty() {
        true => ".".to_owned(),
        false => folder.to_string_lossy().into_owned(),
    }
}
