//! What is known of a zone's loss before it is played.

use serde_json::Value;

/// What `paytf verify` says of the loss of a zone, from the plan that the stack was applied from; it stands beside what
/// a drill finds. None as long as nothing verifies plans.
pub fn predicted_by_verify(_plan: &Value, _zone: &str) -> Option<String> {
    None
}
