//! [`Location`]: where something is written, with the path of the file as the user would write it.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{AttributePath, Inventory};

/// A place in a file of the configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Location {
    /// The file, with `/` between folders; relative to the current folder where the configuration
    /// is named so.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The character of the line, from 1.
    pub column: u32,
}

impl Location {
    /// Where a place of a resource is written.
    pub fn of(place: &AttributePath) -> Option<Self> {
        let written = place.written_at()?;
        let file = named(place.resource().inventory(), written.path);
        Some(Self { file, line: written.position.line, column: written.position.column })
    }
}

/// What a file of the configuration is called, with `/` between folders.
pub fn named(inventory: &Inventory, file: &Path) -> String {
    let file = terraform::source::clean(&inventory.folder().join(file));
    let names: Vec<_> = file.iter().map(|name| name.to_string_lossy()).collect();
    let root = if file.has_root() { "/" } else { "" };
    format!("{root}{}", names.join("/").trim_start_matches('/'))
}

impl std::fmt::Display for Location {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}:{}", self.file, self.line, self.column)
    }
}
