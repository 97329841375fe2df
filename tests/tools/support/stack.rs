//! Stacks whose plans need no answer of AWS.

use anyhow::Result;
use paytf::config::{Config, Profile};
use paytf::render::Format;
use paytf::sandbox::Plan;

use super::{Terraform, Workdir};

/// The account of every stack under test: it is given, so that no data source has to call an API.
pub const ACCOUNT_ID: &str = "123456789012";

/// A configuration for that account, with what `toml` adds.
pub fn config(toml: &str, suffix: &str, profile: Profile) -> Config {
    let toml = format!("account_id = '{ACCOUNT_ID}'\n{toml}");
    Config::from_toml(&toml, "test.toml".as_ref(), suffix.parse().unwrap(), Some(profile)).unwrap()
}

/// A stack, ready to be planned.
pub fn initialised(config: &Config, format: Format) -> Result<Terraform> {
    let terraform = Terraform::offline(Workdir::of_stack(config, format)?)?;
    terraform.init()?;
    Ok(terraform)
}

/// What Terraform plans for a stack.
pub fn planned(config: &Config) -> Result<Plan> {
    initialised(config, Format::Json)?.plan()
}
