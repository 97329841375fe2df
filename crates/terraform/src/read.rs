//! Readers of configurations: native syntax and JSON, files and folders. Both syntaxes become the
//! same [`Body`].

pub mod body;
pub mod declared;
pub mod folder;
pub mod json;
pub mod native;
pub(crate) mod overrides;

pub use body::{Attribute, Block, Body, Item, Label};

use crate::diagnostic::Diagnostic;

/// What a reader gives: the first thing that is wrong ends it.
pub type Result<T> = std::result::Result<T, Box<Diagnostic>>;

/// The largest file that is read. Places are kept in 32 bits; and no person writes such files.
pub const MAX_FILE: usize = 64 << 20;

/// How deep brackets, blocks and templates may be nested. Terraform knows no bound; people do not
/// come near it.
pub const MAX_DEPTH: usize = 200;

/// How many operators may follow each other without brackets, on one path through an expression.
pub const MAX_OPERATORS: usize = 500;
