//! [`Unread`]: what may need flows, of which the plan does not show whether it does, nor which.

use crate::AttributePath;

/// What may need flows that are not among those of a plan.
#[derive(Debug)]
pub struct Unread<'a> {
    /// Where the plan does not say it.
    pub place: AttributePath<'a>,
    /// What is not known, as "what `aws_ecs_service.app` connects to".
    pub what: String,
    /// The reason.
    pub reason: String,
    /// The one port that they would be on; None where it may be any.
    pub port: Option<u16>,
}
