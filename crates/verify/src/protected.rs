//! Whether a plan declares that its stack is protected against deletion.

use crate::{Inventory, Planned};

/// The tag by which paytf's stacks say so, on every resource.
pub const PROTECTION_TAG: (&str, &str) = ("Protection", "on");

impl Inventory {
    /// Whether a stack is meant to be hard to destroy: its resources say so by [`PROTECTION_TAG`].
    pub fn is_protected(&self) -> bool {
        let (tag, on) = PROTECTION_TAG;
        self.resources().any(|one| one.at("tags_all").at(tag).string() == Planned::Known(on))
    }
}
