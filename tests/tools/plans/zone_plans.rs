//! The plans of what is in zones, and of the same questions in many notations, made by one run of
//! Terraform. What is said of them is held to be right in
//! `crates/verify/tests/verify/{zones,kinds}.rs` and, for the picture, in
//! `tests/quick/diagram/zones.rs`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::support::{Apart, Files, plans_apart, updating};

const HEADER: &str = "Made by Terraform from the configuration beside it: PAYTF_UPDATE=1 cargo \
                      test --test tools zone_plans";

/// What everything in a folder is in, where it shares something.
const NETWORK: &str = "network.tf";

#[test]
fn the_plans_are_what_terraform_makes_of_the_configurations_beside_them() -> Result<()> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/verify/tests");
    let (mut cases, mut paths) = (BTreeMap::new(), BTreeMap::new());
    for root in ["zones", "kinds", "cases"].map(|root| tests.join(root)) {
        let network = fs::read_to_string(root.join(NETWORK)).ok();
        for path in configurations(&root)? {
            let mut files = vec![("main.tf".to_owned(), fs::read_to_string(&path)?)];
            files.extend(network.clone().map(|network| (NETWORK.to_owned(), network)));
            // What it calls and reads is in a folder of its name.
            below(&path.with_extension(""), "", &mut files)?;
            let name = path
                .strip_prefix(&tests)?
                .with_extension("")
                .display()
                .to_string()
                .replace('/', "-");
            paths.insert(name.clone(), path.with_extension("json"));
            cases.insert(name, Apart { files, state: Vec::new() });
        }
    }
    for (name, plan) in plans_apart(&cases, "us-east-1", HEADER)? {
        let (path, plan) = (&paths[&name], format!("{plan}\n"));
        if updating() {
            fs::write(path, &plan)?;
        }
        let committed = fs::read_to_string(path).unwrap_or_default();
        ensure!(plan == committed, "{} is stale; PAYTF_UPDATE=1 regenerates it", path.display());
    }
    Ok(())
}

/// The configurations of a folder, and of those below it.
fn configurations(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        let is_case =
            path.extension().is_some_and(|extension| extension == "tf") && !path.ends_with(NETWORK);
        match path.is_dir() {
            true if !path.with_extension("tf").exists() => found.extend(configurations(&path)?),
            _ if is_case => found.push(path),
            _ => {}
        }
    }
    Ok(found)
}

/// Every file below a folder, where there is one.
fn below(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().display());
        match path.is_dir() {
            true => below(&path, &format!("{name}/"), files)?,
            false => files.push((name, fs::read_to_string(&path)?)),
        }
    }
    Ok(())
}
