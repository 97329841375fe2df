//! [`PolicyFileError`]: why a policy file cannot be used.

use std::path::PathBuf;

use terraform::diagnostic::Diagnostics;
use thiserror::Error;

/// Why a policy file cannot be used.
#[derive(Debug, Error)]
pub enum PolicyFileError {
    /// It cannot be read.
    #[error("{path}: cannot be read: {source}", path = .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The reason.
        source: std::io::Error,
    },
    /// It is in another encoding.
    #[error("{path}: is not UTF-8; save it as UTF-8, which TOML asks for", path = .path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
    },
    /// It says what cannot be meant.
    #[error(transparent)]
    Invalid(#[from] Diagnostics),
}
