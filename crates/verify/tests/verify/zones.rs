//! What the loss of each zone makes of everything that is in zones, as pinned beside the plans in
//! `tests/zones`, and that table and findings are one answer: `PAYTF_UPDATE=1 cargo test -p
//! paytf-verify zones` writes what is pinned.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use verify::loss::{Impact, Row, Zonal, ZoneLossAnalysis};
use verify::{Applies, CheckResult, Inventory, Outcome, Plan, Severity, rules, run};

use crate::update::updating;

fn plans() -> Vec<(PathBuf, Inventory)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zones");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    assert!(files.len() > 7, "only {files:?}");
    files.into_iter().map(|path| (path.clone(), read(&path))).collect()
}

/// These, and the same questions in many notations.
fn all_plans() -> impl Iterator<Item = (PathBuf, Inventory)> {
    plans().into_iter().chain(crate::kinds::plans())
}

fn read(path: &Path) -> Inventory {
    Inventory::from_plan(Plan::parse(&fs::read(path).unwrap()).unwrap())
}

/// The impacts of a row when one zone is lost: each once, with the zones that bring it.
fn singles<'l>(loss: &'l ZoneLossAnalysis, row: &'l Row) -> BTreeMap<&'l str, &'l Impact> {
    let single = loss.cases.iter().zip(&row.impacts).filter(|(case, _)| case.lost.len() == 1);
    single.map(|(case, impact)| (case.lost[0], impact)).collect()
}

fn message(inventory: &Inventory) -> String {
    let loss = ZoneLossAnalysis::of(inventory);
    let mut message = String::new();
    for row in &loss.rows {
        message += &format!("{}\n", row.resource.address());
        for (zone, impact) in singles(&loss, row) {
            message += &format!("  without {zone} {impact}\n");
        }
    }
    for case in loss.cases.iter().filter(|case| !case.alarms.is_empty()) {
        let alarms: Vec<_> = case.alarms.iter().map(|alarm| alarm.address()).collect();
        message += &format!("without {} rings {}\n", case.lost.join(" and "), alarms.join(" and "));
    }
    for result in run(
        inventory,
        rules().filter(|rule| rule.group() == "zone" && rule.applies == Applies::AnyStack),
    ) {
        if result.outcome != Outcome::Pass {
            message += &format!("{} {result}\n", result.rule.id);
        }
    }
    message
}

#[test]
fn what_becomes_of_everything_in_zones_is_as_pinned() {
    for (path, inventory) in plans() {
        let (message, pinned) = (message(&inventory), path.with_extension("txt"));
        if updating() {
            fs::write(&pinned, &message).unwrap();
        }
        assert_eq!(
            message,
            fs::read_to_string(&pinned).unwrap_or_default(),
            "{}",
            pinned.display()
        );
    }
}

/// What the rules of zones say at a resource: whether one fails, whether one does not know.
fn printed(results: &[CheckResult], row: &Row) -> (bool, bool) {
    let at = results.iter().filter(|result| result.place.resource() == row.resource);
    let outcomes: Vec<_> = at.map(|result| &result.outcome).collect();
    let fails = outcomes.iter().any(|outcome| matches!(outcome, Outcome::Fail(_)));
    (fails, outcomes.iter().any(|outcome| matches!(outcome, Outcome::Unknown(_))))
}

#[test]
fn what_the_table_calls_lost_or_unknown_a_rule_says_at_the_same_resource() {
    for (path, inventory) in all_plans() {
        let errors =
            rules().filter(|rule| rule.group() == "zone" && rule.severity == Severity::Error);
        let results = run(&inventory, errors.filter(|rule| rule.applies == Applies::AnyStack));
        let loss = ZoneLossAnalysis::of(&inventory);
        // The way out of a subnet is judged where the route is written.
        for row in loss.rows.iter().filter(|row| row.resource.kind() != "aws_subnet") {
            let (fails, unknown) = printed(&results, row);
            let at = format!("{} in {}", row.resource.address(), path.display());
            let worst = singles(&loss, row).into_values().max_by_key(|impact| impact.rank());
            // In a plan without any zone that is known there is no table.
            let Some(worst) = worst else { continue };
            match worst {
                Impact::Lost(_) => assert!(fails, "{at} is lost, and no rule fails"),
                Impact::Unknown(_) => {
                    assert!(fails || unknown, "{at} is unknown, and no rule says so")
                }
                // Whether what is left carries the load is `zone-service-headroom`'s.
                Impact::Degraded(_) => {}
                Impact::Survives(_) => assert!(!fails, "{at} survives, and a rule fails"),
            }
        }
    }
}

#[test]
fn what_the_table_says_of_a_way_out_a_rule_says_of_its_route() {
    for (path, inventory) in all_plans() {
        let results = run(&inventory, rules().filter(|rule| rule.id == "zone-nat-own-zone"));
        let fails = results.iter().any(|result| matches!(result.outcome, Outcome::Fail(_)));
        let unknown = results.iter().any(|result| matches!(result.outcome, Outcome::Unknown(_)));
        let loss = ZoneLossAnalysis::of(&inventory);
        for row in loss.rows.iter().filter(|row| row.resource.kind() == "aws_subnet") {
            let at = format!("{} in {}", row.resource.address(), path.display());
            match singles(&loss, row).into_values().max_by_key(|impact| impact.rank()).unwrap() {
                Impact::Degraded(_) | Impact::Lost(_) => {
                    assert!(fails, "{at} is cut off, and no route fails")
                }
                Impact::Unknown(_) => assert!(fails || unknown, "{at} is unknown, and no route is"),
                Impact::Survives(_) => {}
            }
        }
    }
}

#[test]
fn no_verdict_is_better_than_the_worst_of_what_is_in_zones() {
    for (path, inventory) in all_plans() {
        let loss = ZoneLossAnalysis::of(&inventory);
        for (place, case) in loss.cases.iter().enumerate() {
            let worst = Zonal::all(&inventory)
                .iter()
                .map(|zonal| zonal.impact(&case.lost))
                .max_by_key(Impact::rank);
            let (verdict, worst) =
                (loss.verdict(place), worst.unwrap_or(Impact::Survives(String::new())));
            let rank = |word| {
                ["survives", "degraded", "unknown", "lost"].iter().position(|known| *known == word)
            };
            assert!(
                rank(verdict) >= rank(worst.word()),
                "{}: {verdict} without {:?}",
                path.display(),
                case.lost
            );
        }
    }
}
