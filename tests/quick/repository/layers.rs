//! Modules import only those before them in the list of `src/lib.rs`, and no tier imports a tier.

use std::fs;
use std::path::{Path, PathBuf};

use super::paths::Names;

/// The modules of the crate, in the order in which `src/lib.rs` lists them; the program is on top.
fn order() -> Vec<String> {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let name = |line: &str| {
        Some(line.strip_prefix("//! ")?.split_once(". [`")?.1.split('`').next()?.to_owned())
    };
    let mut modules: Vec<_> = text.lines().filter_map(name).collect();
    modules.push("main".to_owned());
    modules
}

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
    let below = path
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap()
        .with_extension("");
    below.components().map(|part| part.as_os_str().to_str().unwrap().to_owned()).collect()
}

/// Every path in a source that begins with `crate` or `super`, from the crate's root: grouped
/// imports one by one, and paths in code.
fn imports(parts: &[String], text: &str) -> Vec<Vec<String>> {
    // `super` in `tiers/network.rs` is `tiers`.
    let from_root = |path: Vec<String>| {
        let above = path.iter().take_while(|part| *part == "super").count();
        match above {
            0 => path[1..].to_vec(),
            _ => [&parts[..parts.len().saturating_sub(above)], &path[above..]].concat(),
        }
    };
    let paths = Names::of(text).paths.into_iter();
    paths.filter(|path| matches!(&*path[0], "crate" | "super")).map(from_root).collect()
}

#[test]
fn every_import_is_seen() {
    let parts = ["tiers".to_owned(), "network".to_owned()];
    let text = "use crate::{cli, tiers::{self, storage::{Inputs as Of}}}; use super::database::X; \
                pub(crate) fn f() -> super::super::files::Files {}";
    let found: Vec<_> = imports(&parts, text).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        found,
        ["cli", "tiers", "tiers::storage::Inputs", "tiers::database::X", "files::Files"]
    );
}

#[test]
fn a_module_imports_only_modules_before_it_in_the_list() {
    let order = order();
    let position = |module: &str| order.iter().position(|name| name == module);
    let mut seen = 0;
    for (path, text) in sources() {
        let parts = parts(&path);
        if parts[0] == "lib" {
            continue;
        }
        let own = position(&parts[0])
            .unwrap_or_else(|| panic!("src/lib.rs does not list `{}` among the modules", parts[0]));
        for import in imports(&parts, &text) {
            let Some(other) = import.first().and_then(|module| position(module)) else { continue };
            assert!(
                other <= own,
                "{} imports {}, which src/lib.rs lists after {}",
                path.display(),
                import.join("::"),
                parts[0]
            );
            seen += 1;
        }
    }
    assert!(seen > 300, "only {seen} imports are seen");
}

#[test]
fn a_tier_never_imports_a_tier() {
    let tiers = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tiers");
    let mut seen = 0;
    for (path, text) in sources() {
        let parts = parts(&path);
        if parts[0] != "tiers" || parts.len() < 2 {
            continue;
        }
        for import in
            imports(&parts, &text).iter().filter(|import| import.len() > 1 && import[0] == "tiers")
        {
            let is_tier = tiers.join(format!("{}.rs", import[1])).exists();
            assert!(
                !is_tier || import[1] == parts[1],
                "{} imports the tier {}",
                path.display(),
                import[1]
            );
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} imports are seen");
}
