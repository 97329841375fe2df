//! The plans of what is in zones, made by one run of Terraform. What the loss of zones makes of them is held to be right in
//! `crates/verify/tests/verify/zones.rs` and, for the picture, in `tests/quick/diagram/zones.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::support::{Apart, plans_apart, updating};

const HEADER: &str =
    "Made by Terraform from the configuration beside it: PAYTF_UPDATE=1 cargo test --test tools zone_plans";

/// What every case is in.
const NETWORK: &str = "network.tf";

#[test]
fn the_plans_are_what_terraform_makes_of_the_configurations_beside_them() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/verify/tests/zones");
    let network = fs::read_to_string(folder.join(NETWORK))?;
    let mut cases = BTreeMap::new();
    for file in fs::read_dir(&folder)? {
        let path = file?.path();
        let is_case = path.extension().is_some_and(|extension| extension == "tf") && !path.ends_with(NETWORK);
        let Some(name) = path.file_stem().and_then(|stem| stem.to_str()).filter(|_| is_case) else { continue };
        let files = vec![(NETWORK.to_owned(), network.clone()), ("main.tf".to_owned(), fs::read_to_string(&path)?)];
        cases.insert(name.to_owned(), Apart { files, state: Vec::new() });
    }
    for (name, plan) in plans_apart(&cases, "us-east-1", HEADER)? {
        let (path, plan) = (folder.join(format!("{name}.json")), format!("{plan}\n"));
        if updating() {
            fs::write(&path, &plan)?;
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        ensure!(plan == committed, "{} is stale; PAYTF_UPDATE=1 writes it anew", path.display());
    }
    Ok(())
}
