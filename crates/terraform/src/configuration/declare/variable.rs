//! Declares a variable.

use std::sync::Arc;

use super::{conditions, described};
use crate::configuration::declared::Variable;
use crate::configuration::literal::{boolean, first_attribute};
use crate::constant::constant;
use crate::constraint::Constraint;
use crate::diagnostic::Diagnostic;
use crate::read::{Attribute, Block, Result};
use crate::value::Value;

pub(super) fn variable(name: &Arc<str>, block: Block) -> Result<Variable> {
    let body = &block.body;
    described(body)?;
    let constraint = body.attribute("type").map(|of| Constraint::parse(&of.value)).transpose()?;
    let literal = constraint.as_ref().is_none_or(|constraint| constraint.of.is_primitive());
    let constraint = constraint.unwrap_or_else(Constraint::any);
    let nullable = boolean(body, "nullable")?.unwrap_or(true);
    let default = body.attribute("default").map(|default| {
        let value = constant(&default.value)?;
        if value.is_null() && !nullable {
            return invalid_default(
                default,
                "A null default value is not valid when nullable=false.",
            );
        }
        constraint.apply(&value).or_else(|problem| invalid_default(default, &problem.to_string()))
    });
    let default = default.transpose()?;
    let validations = conditions(body, "validation")?;
    for validation in &validations {
        let names_itself = validation.condition.references().iter().any(|reference| {
            &**reference.root == "var" && first_attribute(reference.steps) == Some(name)
        });
        if !names_itself {
            let detail = format!(
                "The condition for variable \"{name}\" must refer to var.{name} in order to test \
                 incoming values."
            );
            return Err(Diagnostic::new(
                validation.condition.span,
                "Invalid variable validation condition",
                detail,
            ));
        }
    }
    let ephemeral = boolean(body, "ephemeral")?.unwrap_or(false);
    let sensitive = boolean(body, "sensitive")?.unwrap_or(false);
    Ok(Variable {
        constraint,
        default,
        nullable,
        sensitive,
        ephemeral,
        validations,
        literal,
        span: block.span,
    })
}

fn invalid_default(default: &Attribute, problem: &str) -> Result<Value> {
    let detail = format!(
        "This default value is not compatible with the variable's type constraint: {problem}."
    );
    Err(Diagnostic::new(default.value.span, "Invalid default value for variable", detail))
}
