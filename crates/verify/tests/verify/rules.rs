//! Every rule sees what is wrong in its bad plan, as pinned in `bad.txt`, and nothing in its good
//! one: `PAYTF_UPDATE=1 cargo test -p paytf-verify rules` writes what is pinned. Both plans are
//! made by a real Terraform from the configurations beside them: `PAYTF_UPDATE=1 cargo test --test
//! tools rule_plans`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use verify::{Inventory, Outcome, Plan, Rule, rule, rules, run};

use crate::fixture::{Fixture, Kind};
use crate::update::updating;

fn fixtures() -> Vec<Fixture> {
    crate::fixture::fixtures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules"))
}

/// What a rule says of a plan: what it saw wrong or did not know, one line each, and how often it
/// saw that it holds.
fn message(rule: &'static Rule, fixture: &Fixture, kind: Kind) -> (String, usize) {
    let inventory = Inventory::from_plan(Plan::parse(fixture.plan(kind).as_bytes()).unwrap());
    let inventory = inventory.with_declared(fixture.policy().declared);
    let results = run(&inventory, [rule]);
    let lines = results
        .iter()
        .filter(|result| result.outcome != Outcome::Pass)
        .map(|result| format!("{result}\n"));
    (lines.collect(), results.iter().filter(|result| result.outcome == Outcome::Pass).count())
}

#[test]
fn every_rule_says_of_its_bad_plan_what_is_pinned() {
    for fixture in fixtures() {
        let (lines, _) = message(rule(&fixture.id).unwrap(), &fixture, Kind::Bad);
        assert!(!lines.is_empty(), "{}: sees nothing wrong in its bad plan", fixture.id);
        if updating() {
            fs::write(fixture.pinned_path(), &lines).unwrap();
        }
        let pinned = fs::read_to_string(fixture.pinned_path()).unwrap_or_default();
        assert_eq!(lines, pinned, "{}: not what is pinned; PAYTF_UPDATE=1 writes it", fixture.id);
    }
}

#[test]
fn every_rule_sees_that_its_good_plan_holds() {
    for fixture in fixtures() {
        let (lines, passes) = message(rule(&fixture.id).unwrap(), &fixture, Kind::Good);
        assert_eq!(lines, "", "{}", fixture.id);
        assert!(passes > 0, "{}: looks at nothing in its good plan", fixture.id);
    }
}

#[test]
fn a_rule_is_one_file_one_id_one_page_and_one_pair_of_plans() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ids: Vec<_> = rules().map(|rule| rule.id.to_owned()).collect();
    let known: BTreeSet<_> = ids.iter().cloned().collect();
    assert_eq!(known.len(), ids.len(), "an id is there twice");
    assert_eq!(
        ids,
        known.iter().cloned().collect::<Vec<_>>(),
        "the rules are in the order of their ids"
    );
    let named = |folder: &str, ending: &str| -> BTreeSet<String> {
        let names =
            fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
        names
            .filter_map(|name| name.to_str().unwrap().strip_suffix(ending).map(str::to_owned))
            .collect()
    };
    assert_eq!(named("docs/rules", ".md"), known);
    assert_eq!(named("tests/rules", ""), known);
    for rule in rules() {
        let rest = rule.id.strip_prefix(rule.group()).unwrap().replace('-', "_");
        let file =
            root.join(format!("src/rules/{}/{}.rs", rule.group(), rest.trim_start_matches('_')));
        assert!(file.exists(), "{} is not in {}", rule.id, file.display());
    }
}

#[test]
fn every_page_has_its_title_why_example_fix_and_source() {
    for rule in rules() {
        assert!(rule.page().starts_with(&format!("# {}\n\n", rule.id)), "{}", rule.id);
        assert!(
            rule.title().ends_with('.') && rule.title().len() < 120,
            "{}: {}",
            rule.id,
            rule.title()
        );
        for heading in ["Why", "Example", "Fix", "Source"] {
            assert!(!rule.section(heading).is_empty(), "{}: no text under {heading}", rule.id);
        }
        assert!(rule.section("Example").contains("```"), "{}: no example", rule.id);
        assert!(rule.section("Source").contains("https://"), "{}: no source", rule.id);
        assert!(!rule.fix().contains("```"), "{}: the fix begins with a sentence", rule.id);
    }
}
