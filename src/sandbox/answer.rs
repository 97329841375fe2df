//! Reads responses of AWS and Terraform.

use serde_json::Value;

/// The entries of a list; what is no list has none.
pub fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The text; of anything else the empty one.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The texts of a list.
pub fn texts(value: &Value) -> impl Iterator<Item = &str> {
    array(value).iter().map(text)
}
