//! The folder of one rule in `tests/rules`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use verify::PolicyFile;

/// Which of the two plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Good,
    Bad,
}

impl Kind {
    pub const BOTH: [Self; 2] = [Self::Good, Self::Bad];

    pub fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
        }
    }
}

/// `good.tf`, `bad.tf`, the plans of both, and in `bad.txt` what the rule says of the bad one.
pub struct Fixture {
    /// The rule's.
    pub id: String,
    folder: PathBuf,
}

/// The folders of all rules, in `crates/verify/tests/rules`.
pub fn fixtures(rules: &Path) -> Vec<Fixture> {
    let folders = fs::read_dir(rules).unwrap().map(|entry| entry.unwrap().path());
    let mut fixtures: Vec<_> = folders
        .map(|folder| Fixture {
            id: folder.file_name().unwrap().to_str().unwrap().to_owned(),
            folder,
        })
        .collect();
    fixtures.sort_by(|a, b| a.id.cmp(&b.id));
    fixtures
}

impl Fixture {
    pub fn configuration(&self, kind: Kind) -> String {
        read(&self.folder.join(format!("{}.tf", kind.name())))
    }

    /// What existed before the plan: the `resources` of a Terraform state. What the configuration
    /// lacks, it destroys.
    pub fn state(&self, kind: Kind) -> Vec<Value> {
        let path = self.folder.join(format!("{}.state.json", kind.name()));
        if path.exists() { serde_json::from_str(&read(&path)).unwrap() } else { Vec::new() }
    }

    pub fn plan_path(&self, kind: Kind) -> PathBuf {
        self.folder.join(format!("{}.json", kind.name()))
    }

    pub fn plan(&self, kind: Kind) -> String {
        read(&self.plan_path(kind))
    }

    /// What is decided and declared of both plans: `paytf-verify.toml`, where there is one.
    pub fn policy(&self) -> PolicyFile {
        let path = self.folder.join(PolicyFile::NAME);
        if path.exists() { PolicyFile::load(&path).unwrap() } else { PolicyFile::default() }
    }

    /// What the rule is to say of the bad plan.
    pub fn pinned_path(&self) -> PathBuf {
        self.folder.join("bad.txt")
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}; PAYTF_UPDATE=1 writes it", path.display()))
}
