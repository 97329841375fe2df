//! The stacks, the variants of them with a fault, and what the rules say of each.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use paytf::verify::{CheckResult, Inventory, Outcome, Plan, PolicyFile, Selection, run};
use serde_json::Value;
use terraform::configuration::{Configuration, Variables};

use super::fault::Fault;
use super::faults::FAULTS;
use super::hidden::{HIDDEN, INDEXED, UNSHOWN};
use crate::support::{Apart, Files, plans_apart, updating};

/// One hardened stack.
pub struct Style {
    /// The folder of its source.
    pub name: &'static str,
}

pub const STYLES: &[Style] = &[Style { name: "each" }, Style { name: "modules" }];

/// What is written above what is not known.
const HEADER: &str = "\
# What a plan does not show of this hardened stack, by rule and place. A text that jsonencode() \
                      makes from the id of a resource which does
# not exist yet is known only after the apply, and a plan shows nothing of it. PAYTF_UPDATE=1 \
                      cargo test --test tools foreign regenerates this.
";

impl Style {
    pub fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/plans/foreign").join(self.name)
    }

    /// Every file below its folder.
    pub fn files(&self) -> Files {
        let (mut files, mut folders) = (Files::new(), vec![self.folder()]);
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "tf") {
                    let name =
                        path.strip_prefix(self.folder()).unwrap().to_str().unwrap().to_owned();
                    files.push((name, fs::read_to_string(path).unwrap()));
                }
            }
        }
        files
    }

    /// Holds what is not known to `unknown.txt` in its folder, which says why.
    pub fn assert_pinned(&self, unknowns: &[String]) {
        let path = self.folder().join("unknown.txt");
        let lines: String = unknowns.iter().map(|line| format!("{line}\n")).collect();
        let lines = format!("{HEADER}{lines}");
        if updating() {
            fs::write(&path, &lines).unwrap();
        }
        let pinned = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            lines,
            pinned,
            "{}: PAYTF_UPDATE=1 cargo test --test tools foreign regenerates it",
            path.display()
        );
    }
}

/// The plan of every stack and variant, made once.
pub fn plans() -> &'static BTreeMap<String, Value> {
    static PLANS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
        let hardened = STYLES.iter().map(|style| (style.name.to_owned(), style.files()));
        let faulty = FAULTS
            .iter()
            .chain(HIDDEN)
            .chain(INDEXED)
            .chain(UNSHOWN)
            .map(|fault| (fault.variant(), fault.planted()));
        let apart = |(name, files)| (name, Apart { files, state: Vec::new() });
        let configurations: BTreeMap<_, _> = hardened.chain(faulty).map(apart).collect();
        plans_apart(&configurations, "us-east-1", "Made for a test").unwrap()
    });
    &PLANS
}

/// What the rules say of a plan.
pub struct Said(Vec<(Outcome, String)>);

impl Said {
    /// Of a plan alone.
    pub fn of(plan: &Value) -> Self {
        Self::by(&inventory(plan))
    }

    /// Of a plan beside the files that it was made of.
    pub fn with_source(plan: &Value, files: &Files) -> Self {
        Self::by(&inventory_with_source(plan, files))
    }

    fn by(inventory: &Inventory) -> Self {
        let rules = Selection::default().rules(inventory, &PolicyFile::default()).unwrap();
        let line =
            |result: CheckResult| (result.outcome.clone(), format!("{}: {result}", result.rule.id));
        Self(run(inventory, rules).into_iter().map(line).collect())
    }

    /// What is wrong, one line each.
    pub fn failures(&self) -> Vec<String> {
        self.lines(|outcome| matches!(outcome, Outcome::Fail(_)))
    }

    /// What is not known, one line each.
    pub fn unknowns(&self) -> Vec<String> {
        self.lines(|outcome| matches!(outcome, Outcome::Unknown(_)))
    }

    /// What holds, one line each.
    pub fn passes(&self) -> Vec<String> {
        self.lines(|outcome| *outcome == Outcome::Pass)
    }

    fn lines(&self, wanted: fn(&Outcome) -> bool) -> Vec<String> {
        self.0.iter().filter(|(outcome, _)| wanted(outcome)).map(|(_, line)| line.clone()).collect()
    }
}

/// The plan of a fault.
pub fn plan_of(fault: &Fault) -> &'static Value {
    &plans()[&fault.variant()]
}

fn inventory(plan: &Value) -> Inventory {
    Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap())
}

/// The inventory of a plan beside the files that it was made of.
pub fn inventory_with_source(plan: &Value, files: &Files) -> Inventory {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let configuration = Configuration::read(folder.path(), &Variables::default()).unwrap();
    inventory(plan).with_configuration(&configuration).unwrap()
}
