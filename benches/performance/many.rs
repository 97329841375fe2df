//! Many environments in one process, all checks on: each configuration is read from TOML and checked, each stack is
//! generated and compared with the disk before anything is written, and then written where it differs.

use std::path::Path;

use anyhow::Result;
use paytf::config::Config;
use paytf::disk::{self, Difference};
use paytf::files::{Files, Generator};
use paytf::render::Format;
use paytf::validator;
use rayon::prelude::*;

const PROFILES: [&str; 3] = ["production", "staging", "development"];

/// Writes `count` environments below `out`. A stack that differs is generated once more when it is written: a
/// millisecond, for which the stacks do not stand in memory all at once.
pub fn write(out: &Path, count: usize) -> Result<()> {
    let configs = (0..count).into_par_iter().map(environment).collect::<Result<Vec<_>>>()?;
    let generator = Generator::new(Format::Json)?;
    let stack = |config: &Config| -> Result<Files> {
        generator.stack(config, validator::package(None, config.validation.architecture)?)
    };
    let folder = |config: &Config| out.join(config.suffix.as_str());
    let compared = configs.par_iter().map(|config| disk::compare(&folder(config), &stack(config)?));
    let differences: Vec<Difference> = compared.collect::<Result<_>>()?;
    let stale =
        configs.par_iter().zip(&differences).filter(|(_, difference)| !difference.is_empty() || difference.list);
    stale.try_for_each(|(config, difference)| disk::apply(&folder(config), &stack(config)?, difference))
}

/// One of many: another profile, account, owner and address range than its neighbours.
fn environment(number: usize) -> Result<Config> {
    let toml = format!(
        "profile = \"{}\"\naccount_id = \"{:012}\"\n[tags]\nOwner = \"team-{number}\"\n[network]\nvpc_cidr = \"10.{}.0.0/16\"\n",
        PROFILES[number % PROFILES.len()],
        100_000_000_000 + number,
        number % 256,
    );
    Ok(Config::from_toml(&toml, Path::new("many.toml"), format!("env-{number}").parse()?, None)?)
}
