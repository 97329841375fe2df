//! The requests under `tests/corpus`, and the instant they were made for.

use std::{fs, path::PathBuf};

use time::{OffsetDateTime, macros::datetime};

/// The time of receipt of every request in the corpus.
pub const NOW: OffsetDateTime = datetime!(2026-11-22 12:00 UTC);

/// Name without extension, and bytes, of every request in `folder`, by name.
pub fn requests(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut requests: Vec<_> = fs::read_dir(&folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("readable").path())
        .map(|path| {
            (
                path.file_stem().expect("named").to_string_lossy().into_owned(),
                fs::read(path).expect("readable"),
            )
        })
        .collect();
    requests.sort();
    assert!(!requests.is_empty(), "{} is empty", folder.display());
    requests
}
