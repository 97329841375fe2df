//! Many environments in one process, all checks on: each configuration is read from TOML and checked, each stack is
//! generated, compared with the disk, and written where it differs.

use std::path::Path;

use anyhow::Result;
use paytf::config::Config;
use paytf::disk;
use paytf::files::Generator;
use paytf::render::Format;
use paytf::validator;
use rayon::prelude::*;

const PROFILES: [&str; 3] = ["production", "staging", "development"];

/// Writes `count` environments below `out`.
pub fn write(out: &Path, count: usize) -> Result<()> {
    let generator = Generator::new(Format::Json)?;
    (0..count).into_par_iter().try_for_each(|number| {
        let config = environment(number)?;
        let files = generator.stack(&config, validator::package(None, config.validation.architecture)?)?;
        let folder = out.join(config.suffix.as_str());
        disk::apply(&folder, &files, &disk::compare(&folder, &files)?)
    })
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
