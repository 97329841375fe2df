//! `terraform_data`, the one resource that Terraform has itself: its schema is part of the language.
//! Source: <https://developer.hashicorp.com/terraform/language/resources/terraform-data>, Terraform 1.11.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::declared::{Mode, ResourceName};
use crate::diagnostic::Diagnostic;
use crate::read::{Body, Item, Result};
use crate::types::Type;
use crate::value::{Cause, Causes, Unknown, Value};

fn is_builtin(name: &ResourceName) -> bool {
    name.mode == Mode::Managed && &*name.kind == "terraform_data"
}

/// Refuses what it does not have.
pub(super) fn check(name: &ResourceName, body: &Body) -> Result<()> {
    if !is_builtin(name) {
        return Ok(());
    }
    match body
        .items
        .iter()
        .find(|item| matches!(item, Item::Block(_)) || !matches!(&**item.name(), "input" | "triggers_replace"))
    {
        None => Ok(()),
        Some(item) => {
            let summary =
                if matches!(item, Item::Block(_)) { "Unsupported block type" } else { "Unsupported argument" };
            let detail = format!(
                "\"{}\" is not expected here: terraform_data has the arguments input and triggers_replace.",
                item.name()
            );
            Err(Diagnostic::new(item.span(), summary, detail))
        }
    }
}

/// Whether a resource of this type may have this attribute: of others than Terraform's own, only the provider knows.
pub(super) fn may_have(name: &ResourceName, attribute: &str) -> bool {
    !is_builtin(name) || matches!(attribute, "id" | "input" | "output" | "triggers_replace")
}

/// The value of an instance, if it is Terraform's own: all its attributes, those that are known after apply unknown.
pub(super) fn value(name: &ResourceName, address: &str, written: &BTreeMap<Arc<str>, Value>) -> Option<Value> {
    if !is_builtin(name) {
        return None;
    }
    let argument = |name: &str| written.get(name).cloned().unwrap_or(Value::NULL);
    let cause = |path: &str| Causes::one(Cause::attribute(address, path));
    let input = argument("input");
    let output = match &input {
        null if null.is_null() => null.clone(),
        input => {
            let (plain, sensitive) = input.unmarked_deep();
            Value::unknown_because(plain.ty(), cause("output")).marked(sensitive)
        }
    };
    let id: Value = Unknown::new(Type::String, cause("id")).not_null().into();
    Some(Value::object([
        ("id", id),
        ("input", input),
        ("output", output),
        ("triggers_replace", argument("triggers_replace")),
    ]))
}
