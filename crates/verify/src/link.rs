//! [`Link`]: one resource that a value refers to.

use super::resource::Resource;

/// One resource that a value refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'a> {
    /// The resource.
    pub resource: Resource<'a>,
    /// The attribute of it that is used, as `arn`; empty where the plan does not show it.
    pub attribute: String,
}
