//! Reads what must be literal in a declaration, without evaluating it.

use std::sync::Arc;

use crate::constant::constant;
use crate::diagnostic::Diagnostic;
use crate::expr::{Expr, Step};
use crate::read::{Body, Result};
use crate::types::Type;

/// The name of the attribute that is read first.
pub(super) fn first_attribute(steps: &[Step]) -> Option<&Arc<str>> {
    match steps.first() {
        Some(Step::Attribute(name)) => Some(name),
        _ => None,
    }
}

/// A string of which nothing is a name: it is read before anything has a value.
pub(super) fn string(expr: &Expr) -> Result<Arc<str>> {
    let value = crate::convert::convert(&constant(expr)?, &Type::String).ok();
    match value.as_ref().and_then(|value| value.as_str()) {
        Some(text) => Ok(text.into()),
        None => Err(Diagnostic::new(expr.span, "Unsuitable value type", "A string is required.")),
    }
}

/// An argument that is `true` or `false` as it is written.
pub(super) fn boolean(body: &Body, name: &str) -> Result<Option<bool>> {
    let Some(attribute) = body.attribute(name) else { return Ok(None) };
    let value = constant(&attribute.value)?;
    match crate::convert::convert(&value, &Type::Bool).ok().and_then(|value| value.as_bool()) {
        Some(value) => Ok(Some(value)),
        None => Err(Diagnostic::new(
            attribute.value.span,
            "Unsuitable value type",
            format!("\"{name}\" is true or false."),
        )),
    }
}
