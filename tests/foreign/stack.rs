//! The stacks, the variants of them with a fault, and what the rules say of each.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use paytf::verify::{Inventory, Outcome, Plan, Selection, Source, run};
use serde_json::Value;

use crate::faults::{FAULTS, HIDDEN};
use crate::support::{Apart, Files, plans_apart, updating};

/// One hardened stack.
pub struct Style {
    /// The folder of its source.
    pub name: &'static str,
}

pub const STYLES: &[Style] = &[Style { name: "each" }, Style { name: "modules" }];

/// What stands above what is not known.
const HEADER: &str = "\
# What a plan does not tell of this hardened stack, by rule and place. A text that jsonencode() makes from the id of a resource which does
# not exist yet is known only after the apply, and a plan shows nothing of it. PAYTF_UPDATE=1 cargo test --test foreign writes this anew.
";

impl Style {
    pub fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign").join(self.name)
    }

    /// Every file below its folder.
    pub fn files(&self) -> Files {
        let (mut files, mut folders) = (Files::new(), vec![self.folder()]);
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "tf") {
                    let name = path.strip_prefix(self.folder()).unwrap().to_str().unwrap().to_owned();
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
        assert_eq!(lines, pinned, "{}: PAYTF_UPDATE=1 cargo test --test foreign writes it anew", path.display());
    }
}

/// The plan of every stack and variant, made once.
pub fn plans() -> &'static BTreeMap<String, Value> {
    static PLANS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
        let hardened = STYLES.iter().map(|style| (style.name.to_owned(), style.files()));
        let faulty = FAULTS.iter().chain(HIDDEN).map(|fault| (fault.variant(), fault.planted()));
        let apart = |(name, files)| (name, Apart { files, state: Vec::new() });
        let configurations: BTreeMap<_, _> = hardened.chain(faulty).map(apart).collect();
        plans_apart(&configurations, "us-east-1", "Made for a test").unwrap()
    });
    &PLANS
}

/// What is wrong, one line each.
pub fn failures(plan: &Value) -> Vec<String> {
    said(plan, None, |outcome| matches!(outcome, Outcome::Fail(_)))
}

/// What is not known, one line each.
pub fn unknowns(plan: &Value) -> Vec<String> {
    said(plan, None, |outcome| matches!(outcome, Outcome::Unknown(_)))
}

/// What is not known where the source is at hand.
pub fn unknowns_with_source(plan: &Value, style: &Style) -> Vec<String> {
    said(plan, Some(style), |outcome| matches!(outcome, Outcome::Unknown(_)))
}

fn said(plan: &Value, source: Option<&Style>, wanted: fn(&Outcome) -> bool) -> Vec<String> {
    let text = plan.to_string();
    let mut inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap());
    if let Some(style) = source {
        inventory = inventory.with_source(&Source::open(&style.folder()).unwrap()).unwrap();
    }
    let rules = Selection::default().rules(&inventory).unwrap();
    let results = run(&inventory, rules);
    results.filter(|result| wanted(&result.outcome)).map(|result| format!("{}: {result}", result.rule.id)).collect()
}
