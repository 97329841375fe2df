//! The same question in many notations: what is right for each plan in `tests/kinds` is said at the
//! top of its configuration, as AWS and Terraform document it, and not pinned. `tests/cases` has
//! the stacks of which `verify` once said something untrue. A line is `#: WAY:
//! EXPECTATION; EXPECTATION`; the way is `plan`, `source` (the plan with its configuration) or
//! `folder` (the configuration without a plan). An expectation is one of
//!
//! - `fail:RULE@ADDRESS`, `open:…`, `fail|open:…`: a rule fails, does not know, one of both, at an
//!   address that holds this text; the name of a rule may end with `*`, and an expectation may name
//!   no address
//! - `nofail:RULE@ADDRESS`: no such rule fails; `once:…`: it fails once; `none:…`: it says nothing
//!   at all
//! - `zone:ZONE+ZONE=VERDICT|VERDICT`: the verdict for their loss; `!=` for another one than these
//! - `alarm:ADDRESS`: the loss of some zone raises it
//!
//! The plans are made by Terraform: `PAYTF_UPDATE=1 cargo test --test tools zone_plans`.

use std::fs;
use std::path::{Path, PathBuf};

use terraform::configuration::{Configuration, Variables};
use verify::loss::ZoneLossAnalysis;
use verify::{CheckResult, Inventory, Outcome, Plan, PolicyFile, Selection, run};

/// One configuration.
struct Variant {
    path: PathBuf,
    text: String,
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn entries(folder: PathBuf) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path())
}

fn variants() -> Vec<Variant> {
    let kinds = entries(tests().join("kinds")).filter(|path| path.is_dir()).flat_map(entries);
    let files = kinds.chain(entries(tests().join("cases")));
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "tf"));
    let mut variants: Vec<_> =
        files.map(|path| Variant { text: fs::read_to_string(&path).unwrap(), path }).collect();
    variants.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(variants.len() > 150, "only {}", variants.len());
    variants
}

impl Variant {
    fn name(&self) -> String {
        self.path.strip_prefix(tests()).unwrap().with_extension("").display().to_string()
    }

    /// Each way, with what is right.
    fn ways(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.text.lines().filter_map(|line| line.strip_prefix("#: "));
        lines.map(|line| line.split_once(": ").unwrap())
    }

    /// In a folder, since what it reads there is read when it is asked for.
    fn configuration(&self, root: &Path) -> Configuration {
        let own = self.path.with_extension("");
        if own.is_dir() {
            copy(&own, root);
        }
        fs::write(root.join("main.tf"), &self.text).unwrap();
        // A kind shares a network; a case is whole.
        let network = self.path.parent().unwrap().with_file_name("network.tf");
        if network.exists() {
            fs::copy(network, root.join("network.tf")).unwrap();
        }
        Configuration::read(root, &Variables::default()).unwrap()
    }

    fn plan(&self) -> Inventory {
        let path = self.path.with_extension("json");
        let plan = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Inventory::from_plan(Plan::parse(&plan).unwrap())
    }

    fn inventory(&self, way: &str) -> Inventory {
        let root = tempfile::tempdir().unwrap();
        match way {
            "plan" => self.plan(),
            "source" => self.plan().with_configuration(&self.configuration(root.path())).unwrap(),
            "folder" => Inventory::from_configuration(&self.configuration(root.path())).unwrap(),
            other => panic!("{}: {other} is no way", self.name()),
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target)
        } else {
            fs::copy(&path, &target).map(drop).unwrap()
        }
    }
}

/// The inventories of all plans, for tests that ask something of each.
pub fn plans() -> Vec<(PathBuf, Inventory)> {
    variants().iter().map(|variant| (variant.path.clone(), variant.plan())).collect()
}

fn holds(expectation: &str, results: &[CheckResult], loss: &ZoneLossAnalysis) -> bool {
    let (kind, what) = expectation.split_once(':').unwrap();
    let (rule, address) = what.split_once('@').unwrap_or((what, ""));
    let is_rule = |id: &str| match rule.strip_suffix('*') {
        Some(start) => id.starts_with(start),
        None => id == rule,
    };
    let is_here = |result: &&CheckResult| {
        is_rule(result.rule.id) && result.place.resource().address().contains(address)
    };
    let here = || results.iter().filter(is_here);
    let is_there = |wanted: fn(&Outcome) -> bool| here().any(|result| wanted(&result.outcome));
    let fails = || is_there(|outcome| matches!(outcome, Outcome::Fail(_)));
    let is_open = || is_there(|outcome| matches!(outcome, Outcome::Unknown(_)));
    let failures = || here().filter(|result| matches!(result.outcome, Outcome::Fail(_))).count();
    match kind {
        "fail" => fails(),
        "once" => failures() == 1,
        "none" => here().count() == 0,
        "nofail" => !fails(),
        "open" => is_open(),
        "fail|open" => fails() || is_open(),
        "alarm" => {
            loss.cases.iter().any(|case| case.alarms.iter().any(|alarm| alarm.address() == what))
        }
        "zone" => {
            let (zones, verdicts) = what.split_once('=').unwrap();
            let (zones, is_not) =
                zones.strip_suffix('!').map_or((zones, false), |zones| (zones, true));
            let lost: Vec<_> = zones.split('+').collect();
            let case = loss.cases.iter().position(|case| case.lost == lost);
            case.is_some_and(|case| {
                verdicts.split('|').any(|verdict| verdict == loss.verdict(case)) != is_not
            })
        }
        other => panic!("{other} is no expectation"),
    }
}

#[test]
fn each_plan_of_each_kind_is_answered_as_it_is_right() {
    let mut wrong = Vec::new();
    for variant in variants() {
        assert!(variant.ways().count() > 0, "{}: nothing is expected", variant.name());
        for (way, expectations) in variant.ways() {
            let inventory = variant.inventory(way);
            let rules = Selection::default().rules(&inventory, &PolicyFile::default()).unwrap();
            let (results, loss) = (run(&inventory, rules), ZoneLossAnalysis::of(&inventory));
            let missed =
                expectations.split("; ").filter(|expectation| !holds(expectation, &results, &loss));
            wrong.extend(missed.map(|missed| format!("{} ({way}): {missed}", variant.name())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
