//! [`convert`]: a value as a value of another type, by cty's rules.

use crate::types::Type;
use crate::value::Value;

/// Why a value is not convertible.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConvertError(pub String);

/// `value` as a value of type `to`.
///
/// # Errors
/// There is no such conversion.
pub fn convert(value: &Value, to: &Type) -> Result<Value, ConvertError> {
    let from = value.ty();
    if *to == Type::Dynamic || from == *to {
        return Ok(value.clone());
    }
    Err(ConvertError(format!("{to} required")))
}
