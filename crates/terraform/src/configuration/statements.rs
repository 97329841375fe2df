//! `moved`, `removed` and `import`: they say what became of existing objects. They are checked, and
//! not evaluated.

use super::declared::{Mode, Module, ResourceName};
use super::lifecycle;
use super::literal::first_attribute;
use crate::diagnostic::Diagnostic;
use crate::expr::{Base, Expr, Kind, Path, Step};
use crate::read::{Block, Result};

pub(super) fn is_statement(block: &Block) -> bool {
    matches!(&*block.kind, "moved" | "removed" | "import")
}

pub(super) fn check(module: &Module, block: &Block) -> Result<()> {
    let error = |summary: &str, detail: String| Err(Diagnostic::new(block.span, summary, detail));
    let address =
        |name: &str| block.body.attribute(name).map(|attribute| path(&attribute.value)).transpose();
    block.body.blocks_of("lifecycle").try_for_each(|block| lifecycle::check(&block.body))?;
    match &*block.kind {
        "moved" => {
            let (Some(from), Some(to)) = (address("from")?, address("to")?) else { return Ok(()) };
            if from == to {
                let detail = "This statement declares a move from an address to the same address.";
                return error("Redundant move statement", detail.into());
            }
            match declared(module, &from) && whole(&from) && first(&from) != first(&to) {
                true => {
                    let detail = "This statement declares a move from an object that is declared \
                                  still. Remove its block, or the statement.";
                    error("Moved object still exists", detail.into())
                }
                false => Ok(()),
            }
        }
        "removed" => match address("from")? {
            Some(from) if declared(module, &from) => {
                let detail = "This statement declares that an object is removed, but it is \
                              declared still. Remove its block, or the statement.";
                error("Removed resource still exists", detail.into())
            }
            _ => Ok(()),
        },
        _ => match address("to")? {
            Some(to) if resource(&to).is_some_and(|name| !module.resources.contains_key(&name)) => {
                let detail = "The configuration has no block for the object that is to be \
                              imported. Write one.";
                error("Configuration for import target does not exist", detail.into())
            }
            _ => Ok(()),
        },
    }
}

/// An address as it is written.
fn path(expr: &Expr) -> Result<Path> {
    match &expr.kind {
        Kind::Path(path) if matches!(path.base, Base::Name(_)) => Ok(path.clone()),
        _ => Err(Diagnostic::new(
            expr.span,
            "Invalid address",
            "The address of a resource or of a module is required here, without quotes.",
        )),
    }
}

fn root(path: &Path) -> &str {
    match &path.base {
        Base::Name(name) => name,
        Base::Expr(_) => "",
    }
}

/// The names that the address begins with.
fn first(path: &Path) -> (&str, Option<&std::sync::Arc<str>>) {
    (root(path), first_attribute(&path.steps))
}

/// The resource that an address in this module names.
fn resource(path: &Path) -> Option<ResourceName> {
    let name = first_attribute(&path.steps)?;
    match root(path) {
        "module" | "data" => None,
        kind => Some(ResourceName { mode: Mode::Managed, kind: kind.into(), name: name.clone() }),
    }
}

/// Whether this module declares the object.
fn declared(module: &Module, path: &Path) -> bool {
    match (root(path), first_attribute(&path.steps)) {
        ("module", Some(name)) => path.steps.len() == 1 && module.calls.contains_key(name),
        _ => {
            path.steps.len() == 1
                && resource(path).is_some_and(|name| module.resources.contains_key(&name))
        }
    }
}

/// Whether the address has no key.
fn whole(path: &Path) -> bool {
    !path.steps.iter().any(|step| matches!(step, Step::Index(_)))
}
