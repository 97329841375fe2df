//! The plans whose networks are brought up.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use paytf::config::Profile;
use paytf::verify::{Inventory, Plan};
use serde_json::Value;
use terraform::configuration::{Configuration, Variables};

use crate::support::{self, Apart, Files, plans_apart};

/// The plan of the stack in a profile.
pub fn stack(profile: Profile) -> Result<Value> {
    Ok(support::planned(&support::config("", "prod", profile))?.json)
}

/// What a plan says.
pub fn inventory(plan: &Value) -> Result<Inventory> {
    Ok(Inventory::from_plan(Plan::parse(plan.to_string().as_bytes())?))
}

/// Stacks that paytf did not write, by their names: of each its plan beside the files that it was
/// made of, since a plan alone does not show what `element()` chooses.
pub fn foreign() -> Result<Vec<(&'static str, Inventory)>> {
    const NAMES: [&str; 2] = ["each", "modules"];
    let folder = |name: &str| {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/plans/foreign").join(name)
    };
    let apart = |name: &str| -> Result<_> {
        Ok((name.to_owned(), Apart { files: files(&folder(name))?, state: Vec::new() }))
    };
    let apart: BTreeMap<_, _> = NAMES.iter().map(|name| apart(name)).collect::<Result<_>>()?;
    let plans = plans_apart(&apart, "us-east-1", "Made for a test")?;
    let read = |name: &'static str| -> Result<_> {
        let configuration = Configuration::read(&folder(name), &Variables::default())?;
        Ok((name, inventory(&plans[name])?.with_configuration(&configuration)?))
    };
    NAMES.iter().map(|name| read(name)).collect()
}

/// Every file of a configuration, by its path from the folder.
fn files(root: &Path) -> Result<Files> {
    let (mut files, mut folders) = (Files::new(), vec![PathBuf::from(root)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "tf") {
                files.push((
                    path.strip_prefix(root)?.display().to_string(),
                    fs::read_to_string(&path)?,
                ));
            }
        }
    }
    Ok(files)
}
