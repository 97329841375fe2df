//! Committed outputs are compared, or regenerated.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Whether the tests regenerate the committed outputs: `PAYTF_UPDATE=1`.
pub fn updating() -> bool {
    std::env::var_os("PAYTF_UPDATE").as_deref() == Some(OsStr::new("1"))
}

/// Holds a committed folder to what it should hold, both ways; `committed` tells which of its files
/// are.
pub fn assert_fresh(
    folder: &Path,
    wanted: &BTreeMap<String, Vec<u8>>,
    committed: fn(&str) -> bool,
) {
    if updating() {
        rewrite(folder, wanted, committed);
    }
    let found = files_below(folder, "", committed);
    let stale: Vec<_> = wanted
        .keys()
        .chain(found.keys())
        .filter(|path| wanted.get(*path) != found.get(*path))
        .collect();
    assert!(
        stale.is_empty(),
        "{} is stale: {stale:?}; regenerate: PAYTF_UPDATE=1 cargo test -p {} --test {} {}",
        folder.display(),
        env!("CARGO_PKG_NAME"),
        env!("CARGO_CRATE_NAME"),
        std::thread::current().name().unwrap_or_default()
    );
}

fn rewrite(folder: &Path, wanted: &BTreeMap<String, Vec<u8>>, committed: fn(&str) -> bool) {
    for path in files_below(folder, "", committed).keys().filter(|path| !wanted.contains_key(*path))
    {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for (path, content) in wanted {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
}

fn files_below(
    folder: &Path,
    prefix: &str,
    committed: fn(&str) -> bool,
) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let Ok(entries) = fs::read_dir(folder) else { return files };
    for entry in entries.map(Result::unwrap) {
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files.extend(files_below(&entry.path(), &format!("{path}/"), committed));
        } else if committed(&path) {
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}
