//! The cache folder: what paytf can create again.

use std::env;
use std::path::PathBuf;

/// The variable that names another folder.
pub const CACHE_OVERRIDE: &str = "PAYTF_CACHE_DIR";

/// The folder: the one that `PAYTF_CACHE_DIR` names, else `paytf` in the user's cache folder, as
/// `$XDG_CACHE_HOME` or `~/.cache`. It may not exist yet. Deleting it is always safe.
pub fn cache_folder() -> Option<PathBuf> {
    let named = env::var_os(CACHE_OVERRIDE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    named.or_else(|| dirs::cache_dir().map(|cache| cache.join("paytf")))
}
