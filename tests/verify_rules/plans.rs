//! The plans of all fixtures, made by one run of Terraform.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::fixture::{Fixture, Kind};
use crate::support::{Apart, plans_apart};

const HEADER: &str =
    "Made by Terraform from the configuration beside it: PAYTF_UPDATE=1 cargo test --test verify_rules";

/// Holds the committed plans to what Terraform makes of the configurations.
pub fn assert_fresh(fixtures: &[Fixture]) -> Result<()> {
    for (path, plan) in plans(fixtures)? {
        let committed = fs::read_to_string(&path).unwrap_or_default();
        ensure!(plan == committed, "{} is stale; PAYTF_UPDATE=1 writes it anew", path.display());
    }
    Ok(())
}

/// Writes the plans anew.
pub fn write(fixtures: &[Fixture]) -> Result<()> {
    plans(fixtures)?.into_iter().try_for_each(|(path, plan)| Ok(fs::write(path, plan)?))
}

fn plans(fixtures: &[Fixture]) -> Result<Vec<(PathBuf, String)>> {
    let pairs = || fixtures.iter().flat_map(|fixture| Kind::BOTH.map(|kind| (fixture, kind)));
    let name = |fixture: &Fixture, kind: Kind| format!("{}-{}", fixture.id, kind.name());
    let apart = |fixture: &Fixture, kind| Apart {
        files: vec![("main.tf".to_owned(), fixture.configuration(kind))],
        state: fixture.state(kind),
    };
    let configurations: BTreeMap<String, Apart> =
        pairs().map(|(fixture, kind)| (name(fixture, kind), apart(fixture, kind))).collect();
    let plans = plans_apart(&configurations, "us-east-1", HEADER)?;
    Ok(pairs().map(|(fixture, kind)| (fixture.plan_path(kind), format!("{}\n", plans[&name(fixture, kind)]))).collect())
}
