//! The plans of all rules' good and bad configurations, made by one run of Terraform. What the
//! rules say of them is held to be right in `crates/verify/tests`, which needs no Terraform.

#[allow(dead_code, reason = "shared with the tests of crates/verify")]
#[path = "../../../crates/verify/tests/verify/fixture.rs"]
mod fixture;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use fixture::{Fixture, Kind};

use crate::support::{Apart, plans_apart, updating};

const HEADER: &str = "Made by Terraform from the configuration beside it: PAYTF_UPDATE=1 cargo \
                      test --test tools rule_plans";

#[test]
fn the_plans_are_what_terraform_makes_of_the_configurations_beside_them() -> Result<()> {
    let fixtures =
        fixture::fixtures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/verify/tests/rules"));
    for (path, plan) in plans(&fixtures)? {
        if updating() {
            fs::write(&path, &plan)?;
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        ensure!(plan == committed, "{} is stale; PAYTF_UPDATE=1 regenerates it", path.display());
    }
    Ok(())
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
    Ok(pairs()
        .map(|(fixture, kind)| {
            (fixture.plan_path(kind), format!("{}\n", plans[&name(fixture, kind)]))
        })
        .collect())
}
