//! The index: what an earlier run of `paytf gen` found to be as it should, so that the next one need not make it all again to say so.
//!
//! It is a file in the user's cache folder for each folder that stacks are written to. It holds a fingerprint of everything that
//! decides what is written, and a [seal](disk::seal) of what was written. While both are the same, so is the answer of the whole run.
//! Anything else, be it an index that is missing, foreign, damaged or stale, only means that everything is made and compared.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::Compared;
use crate::cli::Gen;
use crate::disk;

/// Below the cache folder.
const FOLDER: &str = "gen";
/// Indexes that were not written anew for so long are thrown away: their stacks are gone, or change with every run.
const KEPT: std::time::Duration = std::time::Duration::from_secs(90 * 24 * 60 * 60);

/// The index of one folder, and the fingerprint of what this run would write there.
pub struct Index {
    file: PathBuf,
    fingerprint: String,
    /// Before this run looked at anything.
    began: SystemTime,
}

/// What is known of one stack.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sealed {
    /// Its suffix, which names its folder.
    pub suffix: String,
    /// The rules that warn of it.
    pub warnings: Vec<String>,
    /// Where [`Record::lists`] has what is asked of its files.
    list: usize,
    /// How many files it has, the list of them aside.
    pub files: usize,
    seal: u64,
}

/// An index as it stands on the disk.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    fingerprint: String,
    stacks: Vec<Sealed>,
    /// What is [asked](disk::asked_of) of a stack's files. Stacks with the same parts have the same.
    lists: Vec<Vec<String>>,
}

impl Index {
    /// The index of the folder that `arguments` name, where there is such a folder and one for caches. `configuration` is the text of
    /// the configuration file, if there is one.
    pub fn of(arguments: &Gen, configuration: Option<&str>) -> Option<Self> {
        let out = fs::canonicalize(&arguments.out).ok()?;
        let which = arguments.suffix.as_ref().map_or("", |suffix| suffix.as_str());
        let name = xxh3_128(format!("{}\0{which}", out.display()).as_bytes());
        let file = disk::cache_folder()?.join(FOLDER).join(format!("{name:032x}.json"));
        let fingerprint = fingerprint(arguments, &out, which, configuration)?;
        Some(Index { file, fingerprint, began: SystemTime::now() })
    }

    /// The stacks, if all are known to be as this run would write them.
    pub fn unchanged(&self, out: &Path) -> Option<Vec<Sealed>> {
        let record: Record = serde_json::from_slice(&fs::read(&self.file).ok()?).ok()?;
        let is_unchanged = |stack: &Sealed| {
            let asked = record.lists.get(stack.list);
            asked.and_then(|asked| disk::seal(&out.join(&stack.suffix), asked, self.began)) == Some(stack.seal)
        };
        let is_known = record.fingerprint == self.fingerprint && record.stacks.par_iter().all(is_unchanged);
        is_known.then_some(record.stacks)
    }

    /// Keeps that stacks are as they should be. Where that cannot be done nothing is kept, and nobody needs to know.
    pub fn keep(self, out: &Path, stacks: &[Compared]) {
        if let Some(record) = self.record(out, stacks) {
            let _ = self.write(&record);
        }
    }

    fn record(&self, out: &Path, stacks: &[Compared]) -> Option<Record> {
        let mut record = Record { fingerprint: self.fingerprint.clone(), stacks: Vec::new(), lists: Vec::new() };
        for stack in stacks {
            let asked = disk::asked_of(stack.paths.iter().map(String::as_str).chain([disk::MANIFEST]));
            let seal = disk::seal(&out.join(&stack.suffix), &asked, self.began)?;
            let known = record.lists.iter().position(|list| *list == asked);
            let list = known.unwrap_or(record.lists.len());
            if known.is_none() {
                record.lists.push(asked);
            }
            let (suffix, warnings) = (stack.suffix.clone(), stack.rules().map(str::to_owned).collect());
            record.stacks.push(Sealed { suffix, warnings, list, files: stack.paths.len(), seal });
        }
        Some(record)
    }

    fn write(&self, record: &Record) -> anyhow::Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        throw_away_old(folder)?;
        let file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer(&file, record)?;
        file.persist(&self.file)?;
        Ok(())
    }
}

fn throw_away_old(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.metadata()?.modified()?.elapsed().is_ok_and(|age| age > KEPT) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Everything that decides what is written: this very program, the configuration, the options, and the function's package.
fn fingerprint(arguments: &Gen, out: &Path, which: &str, configuration: Option<&str>) -> Option<String> {
    let program = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let package = arguments.validator_zip.as_ref().map(fs::read).transpose().ok()?;
    let build = (env!("CARGO_PKG_VERSION"), program.len(), program.modified().ok()?);
    let options = (out, which, arguments.all, arguments.profile, arguments.format, configuration.map(str::len));
    let mut hash = Xxh3::new();
    hash.update(format!("{build:?}{options:?}").as_bytes());
    hash.update(configuration.unwrap_or_default().as_bytes());
    hash.update(package.as_deref().unwrap_or_default());
    Some(format!("{:032x}", hash.digest128()))
}
