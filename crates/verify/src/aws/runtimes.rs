//! The runtimes of Lambda that AWS has deprecated: `data/lambda_runtimes.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    blocked: Vec<String>,
    deprecated: BTreeMap<String, String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/lambda_runtimes.toml")).expect("a test reads data/lambda_runtimes.toml")
});

/// Whether no function can be made with a runtime any more.
pub fn is_blocked(runtime: &str) -> bool {
    TABLE.blocked.iter().any(|blocked| blocked == runtime)
}

/// Since when AWS patches a runtime no longer.
pub fn deprecated_since(runtime: &str) -> Option<&'static str> {
    TABLE.deprecated.get(runtime).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        assert!(is_blocked("go1.x") && !is_blocked("provided.al2023"));
        assert_eq!(deprecated_since("python3.9"), Some("December 2025"));
    }
}
