//! Each drill is one declaration: template and sheet exist together, and what a sheet names exists
//! in the stack.

use std::collections::BTreeSet;

use paytf::config::{Config, Profile};
use paytf::files;
use paytf::render::Format;
use paytf::stack;
use paytf::tiers::resilience::drill::Signal;
use paytf::verify::Inventory;
use paytf::verify::loss::ZoneLossAnalysis;
use serde_json::Value;

fn config() -> Config {
    Config::defaults(Profile::Production, "staging".parse().unwrap())
}

fn files() -> files::Files {
    files::of_stack(&config(), Format::Json, vec![].into()).unwrap()
}

fn module(name: &str) -> Value {
    serde_json::from_slice(&files()[&format!("modules/{name}/main.tf.json")]).unwrap()
}

#[test]
fn every_drill_has_a_template_and_a_sheet_and_there_is_no_other() {
    let drills = stack::resilience(&config()).drills();
    let names: BTreeSet<_> =
        drills.iter().map(|drill| format!("drills/{}.md", drill.name)).collect();
    let sheets: BTreeSet<_> =
        files().into_keys().filter(|path| path.starts_with("drills/")).collect();
    assert_eq!(names, sheets);
    let templates = module("resilience")["resource"]["aws_fis_experiment_template"].clone();
    let labels: BTreeSet<_> = drills.iter().map(|drill| drill.label()).collect();
    assert_eq!(labels, templates.as_object().unwrap().keys().cloned().collect());
}

#[test]
fn every_alarm_a_drill_names_exists() {
    let declared = module("monitoring")["resource"].clone();
    let (alarms, composites) =
        (&declared["aws_cloudwatch_metric_alarm"], &declared["aws_cloudwatch_composite_alarm"]);
    for drill in stack::resilience(&config()).drills() {
        let expected = drill.expectations.iter().filter_map(|one| match &one.signal {
            Signal::Alarm(purpose) => Some(purpose.as_str()),
            Signal::Quiet(purpose) => Some(*purpose),
            Signal::Composite(_) | Signal::Recovery(_) | Signal::Seen(_) => None,
        });
        for expectation in &drill.expectations {
            if let Signal::Composite(purpose) = &expectation.signal {
                assert!(
                    composites.get(purpose.replace('-', "_")).is_some(),
                    "{}: {purpose}",
                    drill.name
                );
            }
        }
        for purpose in expected.chain(drill.stop_at.iter().map(|alarm| alarm.purpose())) {
            assert!(alarms.get(purpose.replace('-', "_")).is_some(), "{}: {purpose}", drill.name);
        }
    }
}

#[test]
fn no_drill_expects_an_alarm_that_would_break_it_off() {
    for drill in stack::resilience(&config()).drills() {
        for expectation in &drill.expectations {
            if let Signal::Alarm(purpose) = &expectation.signal {
                assert!(
                    drill.stop_at.iter().all(|stop| stop.purpose() != purpose),
                    "{}: {purpose}",
                    drill.name
                );
            }
        }
    }
}

#[test]
fn every_sheet_says_how_to_start_and_stop_the_drill_and_what_to_see() {
    for (path, sheet) in files().into_iter().filter(|(path, _)| path.starts_with("drills/")) {
        let sheet = String::from_utf8(sheet.into_owned()).unwrap();
        for part in [
            "start-experiment",
            "stop-experiment",
            "## What you must see",
            "## Record",
            "-staging`",
        ] {
            assert!(sheet.contains(part), "{path}: {part}");
        }
        assert!(sheet.matches("☐").count() >= 3, "{path}");
    }
}

/// What a drill expects of a lost zone is what `paytf verify` says of it, the composite alarm of
/// the zone included.
#[test]
fn a_sheet_names_the_alarms_that_verify_names_for_the_loss_of_the_zone() {
    let inventory = Inventory::from_modules(&stack::payment(&config()).unwrap()).unwrap();
    let loss = ZoneLossAnalysis::of(&inventory);
    let sheets = files();
    let drills: Vec<_> = stack::resilience(&config()).drills();
    let of_zones = drills.iter().filter_map(|drill| Some((drill, drill.lost_zone()?)));
    assert_eq!(of_zones.clone().count(), 3);
    for (drill, zone) in of_zones {
        let case = loss.cases.iter().find(|case| case.lost == [zone.name()]).unwrap();
        let named: BTreeSet<_> = case
            .alarms
            .iter()
            .filter_map(|alarm| alarm.at("alarm_name").string().known())
            .collect();
        let composite = format!("composite-alarm-zone-impaired-{}-staging", zone.letter());
        assert!(named.contains(composite.as_str()), "{named:?}");
        let sheet =
            String::from_utf8_lossy(&sheets[&format!("drills/{}.md", drill.name)]).into_owned();
        let (table, told) = sheet.split_once("`paytf verify` expects these alarms: ").unwrap();
        let told: BTreeSet<_> = told
            .split(". ")
            .next()
            .unwrap()
            .split(", ")
            .map(|name| name.trim_matches('`'))
            .collect();
        assert_eq!(told, named, "{}", drill.name);
        let in_table = table
            .lines()
            .filter_map(|line| line.strip_prefix("| alarm `")?.split_once("` goes off"));
        let in_table: BTreeSet<_> = in_table.map(|(name, _)| name).collect();
        assert!(in_table.len() >= 2 && in_table.is_subset(&named), "{in_table:?} in {named:?}");
    }
}
