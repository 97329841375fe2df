//! `terraform_data` and `terraform_remote_state`, which Terraform has itself: their schema is part
//! of the language. Source:
//! <https://developer.hashicorp.com/terraform/language/resources/terraform-data> and
//! <https://developer.hashicorp.com/terraform/language/state/remote-state-data>, Terraform 1.11.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::declared::{Mode, ResourceName};
use crate::diagnostic::Diagnostic;
use crate::read::{Body, Item, Result};
use crate::source::Span;
use crate::types::Type;
use crate::value::{Cause, Causes, Unknown, Value};

/// Whether it is a resource of Terraform's own.
pub(super) fn is_builtin(name: &ResourceName) -> bool {
    name.mode == Mode::Managed && &*name.kind == "terraform_data"
}

/// Refuses what they do not have.
pub(super) fn check(name: &ResourceName, body: &Body, span: Span) -> Result<()> {
    let (allowed, required): (&[&str], Option<&str>) = match (name.mode, &*name.kind) {
        (Mode::Managed, "terraform_data") => (&["input", "triggers_replace"], None),
        (Mode::Data, "terraform_remote_state") => {
            (&["backend", "config", "defaults", "workspace"], Some("backend"))
        }
        _ => return Ok(()),
    };
    if let Some(item) = body
        .items
        .iter()
        .find(|item| matches!(item, Item::Block(_)) || !allowed.contains(&&**item.name()))
    {
        let summary = if matches!(item, Item::Block(_)) {
            "Unsupported block type"
        } else {
            "Unsupported argument"
        };
        let detail = format!(
            "\"{}\" is not expected here: {} has the arguments {}.",
            item.name(),
            name.kind,
            allowed.join(", ")
        );
        return Err(Diagnostic::new(item.span(), summary, detail));
    }
    match required.filter(|required| body.attribute(required).is_none()) {
        None => Ok(()),
        Some(missing) => {
            let detail =
                format!("The argument \"{missing}\" is required, but no definition was found.");
            Err(Diagnostic::new(span, "Missing required argument", detail))
        }
    }
}

/// Whether a resource of this type may have this attribute: of others than Terraform's own, only
/// the provider knows.
pub(super) fn may_have(name: &ResourceName, attribute: &str) -> bool {
    !is_builtin(name) || matches!(attribute, "id" | "input" | "output" | "triggers_replace")
}

/// Whether an attribute is known to be a string.
pub(super) fn is_text(name: &ResourceName, attribute: &str) -> bool {
    is_builtin(name) && attribute == "id"
}

/// The value of an instance, if it is Terraform's own: all its attributes, those that are known
/// after apply unknown.
pub(super) fn value(
    name: &ResourceName,
    address: &str,
    written: &BTreeMap<Arc<str>, Value>,
) -> Option<Value> {
    if !is_builtin(name) {
        return None;
    }
    let argument = |name: &str| written.get(name).cloned().unwrap_or(Value::NULL);
    let cause = |path: &str| Causes::one(Cause::attribute(address, path));
    let input = argument("input");
    let output = match &input {
        null if null.is_null() => null.clone(),
        // The provider takes no mark over.
        input => Value::unknown_because(input.unmarked_deep().0.ty(), cause("output")),
    };
    let id: Value =
        Unknown { is_attribute: true, ..Unknown::new(Type::String, cause("id")) }.not_null().into();
    Some(Value::object([
        ("id", id),
        ("input", input),
        ("output", output),
        ("triggers_replace", argument("triggers_replace")),
    ]))
}
