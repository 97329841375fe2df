//! The configuration of many environments.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

const PROFILES: [&str; 3] = ["production", "staging", "development"];

/// Writes a file with `count` environments into a folder: each with another profile, account, owner
/// and address range than its neighbours.
pub fn configuration(folder: &Path, count: usize) -> Result<PathBuf> {
    let mut toml = String::new();
    for number in 0..count {
        let (profile, account) = (PROFILES[number % PROFILES.len()], 100_000_000_000 + number);
        let (second, third) = (number / 8, number % 8 * 32);
        write!(
            toml,
            "[environments.env-{number}]\nprofile = \"{profile}\"\naccount_id = \
             \"{account:012}\"\ntags.Owner = \"team-{number}\"\nnetwork.vpc_cidr = \
             \"10.{second}.{third}.0/19\"\n"
        )?;
    }
    let path = folder.join(format!("{count}.toml"));
    fs::write(&path, toml)?;
    Ok(path)
}
