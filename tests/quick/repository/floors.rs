//! Imports go down the floors only, and no tier imports a tier.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the crate and its floor: a module imports its own floor and those below.
const FLOORS: [(&str, u8); 17] = [
    ("naming", 0),
    ("cidr", 0),
    ("config", 0),
    ("aws", 1),
    ("policy", 1),
    ("schema", 1),
    ("diff", 1),
    ("tiers", 2),
    ("stack", 3),
    ("files", 3),
    ("disk", 3),
    ("validator", 3),
    ("diagram", 3),
    ("evidence", 3),
    ("sandbox", 3),
    ("cli", 4),
    ("main", 5),
];

fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                sources.push((path, text));
            }
        }
    }
    sources
}

/// The path below `src/` without its extension, in parts: `["tiers", "network", "subnets"]`.
fn parts(path: &Path) -> Vec<String> {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().with_extension("");
    below.components().map(|part| part.as_os_str().to_str().unwrap().to_owned()).collect()
}

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// The crate's modules a source imports: the word after each `crate::` that is one of them.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    let after = text.split("crate::").skip(1);
    after.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
}

#[test]
fn imports_go_down_only() {
    for (path, text) in sources() {
        let module = parts(&path)[0].clone();
        if module == "lib" {
            continue;
        }
        let own = floor(&module).unwrap_or_else(|| panic!("src/{module} has no floor: add it to FLOORS"));
        for import in imports(&text).filter(|import| floor(import).is_some()) {
            assert!(floor(import).unwrap() <= own, "{} (floor {own}) imports {import}, which is above", path.display());
        }
    }
}

#[test]
fn a_tier_never_imports_a_tier() {
    for (path, text) in sources() {
        let parts = parts(&path);
        if parts[0] != "tiers" || parts.len() < 2 {
            continue;
        }
        for import in text.split("crate::tiers::").skip(1) {
            let tier = import.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
            let is_tier = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/tiers/{tier}.rs")).exists();
            assert!(!is_tier || tier == parts[1], "{} imports the tier {tier}", path.display());
        }
    }
}
