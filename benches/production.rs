//! The production stack, which the benchmarks measure.

use anyhow::Result;
use paytf::config::{Config, Profile};

/// Its configuration.
///
/// # Errors
/// It is refused.
pub fn production() -> Result<Config> {
    let account = "account_id = \"123456789012\"\n";
    let file = "bench.toml".as_ref();
    Ok(Config::from_toml(account, file, "prod".parse()?, Some(Profile::Production))?)
}
