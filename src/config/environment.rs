//! [`Environment`]: one environment of a file.

use super::{Config, Position, document::Document};

/// One environment and where it is in the file.
pub(super) struct Environment {
    pub config: Config,
    /// The path of its table, `environments.prod`; empty in a file that describes a single
    /// environment.
    pub prefix: Vec<String>,
    /// The keys whose values could not be read, without the prefix.
    pub unread: Vec<String>,
}

impl Environment {
    /// Where the file says what this environment's key is: in its own part, or in the shared one.
    pub fn find(&self, document: &Document<'_>, key: &str) -> Option<(Position, String)> {
        let own = format!("{}.{key}", self.prefix.join("."));
        let candidates = [own.as_str(), key];
        candidates.into_iter().find_map(|key| Some((document.place_of(key)?, key.to_owned())))
    }
}
