//! What the evidence judges: met only where the plan shows it.

use std::collections::BTreeSet;
use std::fs;

use anyhow::Result;
use assert_cmd::Command;
use paytf::evidence::{Evidence, PlanIdentity, Support, Verdict, requirements};
use paytf::verify::report::{Decisions, Report};
use paytf::verify::{Inventory, Plan, Selection};
use serde_json::Value;
use terraform::configuration::{Configuration, Variables};

use super::{evidence, json, plan};

/// Where a requirement is not met by production with its defaults, and why.
const NOT_MET: [(&str, &str); 2] = [
    ("MON-5", "the check from outside needs a domain, which has no default"),
    ("ALL-9", "protection is off by default"),
];

#[test]
fn every_requirement_is_met_by_the_plan_but_those_that_are_listed() {
    let evidence = json();
    let requirements = evidence["requirements"].as_array().unwrap();
    let open = requirements.iter().filter(|it| it["verdict"] != "met" && it["verdict"] != "failed");
    let listed = |id: &Value| NOT_MET.iter().any(|(listed, _)| id == listed);
    let surprising: Vec<_> = open
        .filter(|it| !listed(&it["id"]))
        .map(|it| format!("{}: {}", it["id"], it["why"]))
        .collect();
    assert_eq!(surprising, [""; 0]);
    let is_met = |id: &str| requirements.iter().any(|it| it["id"] == id && it["verdict"] == "met");
    let stale: Vec<_> = NOT_MET.iter().filter(|(id, _)| is_met(id)).collect();
    assert!(stale.is_empty(), "met, and listed as not met: {stale:?}");
    let failed = requirements
        .iter()
        .filter(|it| it["verdict"] == "failed")
        .map(|it| format!("{}: {}", it["id"], it["why"]));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
}

/// The evidence of the plan after a change, without a process.
fn of_changed(change: impl FnOnce(&mut Value)) -> Evidence {
    let folder = plan().parent().unwrap();
    let mut plan: Value = serde_json::from_str(&fs::read_to_string(plan()).unwrap()).unwrap();
    change(&mut plan);
    let text = plan.to_string();
    let configuration = Configuration::read(&folder.join("stack"), &Variables::default()).unwrap();
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap())
        .with_configuration(&configuration)
        .unwrap();
    let decisions = Decisions {
        selection: Selection { conventions: Some(true), ..Selection::default() },
        ..Decisions::default()
    };
    let rules = decisions.selection.rules(&inventory, &decisions.policy).unwrap();
    let proof = paytf::verify::Proof::of(&inventory, rules.iter().copied());
    let today = "2026-11-30".parse::<toml::value::Datetime>().unwrap().date.unwrap();
    let report = Report::of(&proof, &rules, &decisions, today);
    let identity =
        PlanIdentity::of("plan.json".to_owned(), text.as_bytes(), &inventory, None, None);
    Evidence::of(identity, &proof, &rules, report)
}

fn resources(plan: &mut Value) -> &mut Vec<Value> {
    plan["resource_changes"].as_array_mut().unwrap()
}

#[test]
fn a_sentence_is_not_shown_once_its_subject_is_taken_out_of_the_plan() {
    let subjects =
        requirements().iter().flat_map(|it| &it.sentence).flat_map(|sentence| &sentence.subjects);
    let subjects: BTreeSet<_> = subjects.collect();
    assert!(subjects.len() > 25, "{}", subjects.len());
    let mut wrong = Vec::new();
    for kind in subjects {
        let evidence = of_changed(|plan| resources(plan).retain(|it| it["type"] != kind.as_str()));
        for (requirement, seen) in requirements().iter().zip(&evidence.requirements) {
            for (sentence, seen) in requirement.sentence.iter().zip(&seen.sentences) {
                if sentence.subjects.contains(kind) && seen.verdict != Verdict::NotShown {
                    wrong.push(format!(
                        "{} without {kind}: {} is {:?}",
                        requirement.id, sentence.text, seen.verdict
                    ));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// A requirement, and the end of the address of what it is about (`*`: whatever begins like it),
/// where a stack has more of the same type.
const OWN: [(&str, &str); 8] = [
    ("DB-3", "aws_sfn_state_machine.rpo_probe"),
    ("DB-3", "aws_scheduler_schedule.rpo_probe"),
    ("DB-3", "aws_cloudwatch_metric_alarm.rpo*"),
    ("ST-1", "aws_s3_bucket.transaction_logs"),
    ("MON-1", "aws_cloudwatch_metric_alarm.replica_lag*"),
    ("MON-2", "aws_cloudwatch_metric_alarm.healthy_hosts"),
    ("MON-3", "aws_cloudwatch_metric_alarm.running_tasks"),
    ("NET-2", "aws_nat_gateway.public_b"),
];

#[test]
fn a_requirement_is_not_met_once_its_own_resource_is_gone_whatever_else_there_is_of_the_type() {
    for (id, part) in OWN {
        let mut removed = 0;
        let evidence = of_changed(|plan| {
            resources(plan).retain(|it| {
                let address = it["address"].as_str().unwrap();
                let is_it = match part.strip_suffix('*') {
                    Some(beginning) => address.contains(beginning),
                    None => address.ends_with(part),
                };
                removed += usize::from(is_it);
                !is_it
            });
        });
        assert!(removed > 0, "{part}");
        let requirement = evidence.requirements.iter().find(|it| it.id == id).unwrap();
        let verdict = requirement.verdict;
        assert!(
            matches!(verdict, Verdict::NotShown | Verdict::Failed),
            "{id} without {part}: {verdict:?}"
        );
    }
}

#[test]
fn a_sentence_is_not_assessed_once_one_of_its_rules_has_not_judged() {
    let folder = tempfile::tempdir().unwrap();
    let policy = folder.path().join("policy.toml");
    fs::write(&policy, "[rules]\nbackup-retention = \"off\"\n").unwrap();
    let evidence: Value = serde_json::from_str(&evidence(&[
        "--format",
        "json",
        "--policy",
        policy.to_str().unwrap(),
    ]))
    .unwrap();
    let backups =
        evidence["requirements"].as_array().unwrap().iter().find(|it| it["id"] == "DB-3").unwrap();
    assert_eq!(backups["verdict"], "not-assessed");
    assert_eq!(
        backups["why"],
        "Backups are automated and kept: nothing to judge for backup-retention"
    );
}

/// A requirement, the type of a resource, an attribute, and a value that the requirement does not
/// state.
const OTHER_FIGURES: [(&str, &str, &str, &str); 4] = [
    ("APP-2", "aws_appautoscaling_target", "min_capacity", "9"),
    ("APP-2", "aws_appautoscaling_target", "max_capacity", "60"),
    ("DB-1", "aws_rds_cluster", "engine", "\"aurora-mysql\""),
    ("DB-3", "aws_rds_cluster", "backup_retention_period", "0"),
];

#[test]
fn another_figure_than_the_required_one_fails_its_requirement() {
    for (id, kind, attribute, value) in OTHER_FIGURES {
        let value: Value = serde_json::from_str(value).unwrap();
        let evidence = of_changed(|plan| {
            for it in resources(plan).iter_mut().filter(|it| it["type"] == kind) {
                it["change"]["after"][attribute] = value.clone();
            }
        });
        let requirement = evidence.requirements.iter().find(|it| it.id == id).unwrap();
        assert_eq!(
            requirement.verdict,
            Verdict::Failed,
            "{kind}.{attribute} = {value}: {}",
            requirement.why
        );
    }
}

#[test]
fn another_region_fails_and_364_days_are_no_twelve_months() {
    let evidence = of_changed(|plan| {
        plan["configuration"]["provider_config"]["aws"]["expressions"]["region"] =
            serde_json::json!({"constant_value": "eu-west-1"})
    });
    let region = evidence.requirements.iter().find(|it| it.id == "ALL-1").unwrap();
    assert_eq!(region.verdict, Verdict::Failed, "{}", region.why);

    let support = |days: u64| {
        let evidence = of_changed(|plan| {
            for it in
                resources(plan).iter_mut().filter(|it| it["type"] == "aws_cloudwatch_log_group")
            {
                it["change"]["after"]["retention_in_days"] = days.into();
            }
        });
        let control = evidence.controls.into_iter().find(|it| it.id == "10.5.1").unwrap();
        (control.support, control.missing.join("; "))
    };
    assert_eq!(support(365).0, Support::InPart);
    let (short, missing) = support(364);
    assert_eq!(short, Support::Contradicts);
    assert!(missing.contains("it is 364, and 365 days or more is required"), "{missing}");
}

#[test]
fn no_control_is_met_and_each_says_what_is_missing_or_supports_it_whole() {
    let evidence = json();
    for control in evidence["controls"].as_array().unwrap() {
        let is_whole = control["missing"].as_array().unwrap().is_empty();
        assert_eq!(control["support"] == "supports", is_whole, "{control}");
        assert_ne!(control["support"], "contradicts", "{control}");
    }
}

#[test]
fn what_is_known_after_apply_is_never_a_proof() {
    let evidence = json();
    let sentences = evidence["requirements"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|it| it["sentences"].as_array().unwrap());
    let rows: Vec<_> = sentences.flat_map(|it| it["rows"].as_array().unwrap()).collect();
    assert!(rows.len() > 100, "{}", rows.len());
    let unproven = rows.iter().filter(|row| {
        row["verdict"] == "met" && row["value"].as_str().unwrap().contains("known after")
    });
    assert_eq!(unproven.count(), 0);
}

#[test]
fn a_proof_names_the_resource_the_attribute_its_value_and_the_rule() {
    let evidence = json();
    let encryption =
        evidence["requirements"].as_array().unwrap().iter().find(|it| it["id"] == "ALL-4").unwrap();
    let rows = encryption["sentences"][0]["rows"].as_array().unwrap();
    let row = rows.iter().find(|it| it["by"] == "encrypt-aurora").unwrap();
    assert_eq!(row["addresses"][0], "module.database.aws_rds_cluster.main");
    assert_eq!((&row["attribute"], &row["value"]), (&"storage_encrypted".into(), &"true".into()));
    assert_eq!(row["verdict"], "met");
}

#[test]
fn the_hash_is_that_of_the_plan() -> Result<()> {
    let output = std::process::Command::new("sha256sum").arg(plan()).output()?;
    let sum = String::from_utf8(output.stdout)?;
    assert_eq!(json()["plan"]["sha256"], sum.split_whitespace().next().unwrap());
    Ok(())
}

#[test]
fn a_plan_that_fails_a_rule_fails_its_requirement_and_the_command() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let broken = fs::read_to_string(plan())?
        .replace("\"storage_encrypted\":true", "\"storage_encrypted\":false");
    fs::write(folder.path().join("plan.json"), broken)?;
    let mut paytf = Command::cargo_bin("paytf")?;
    let run = paytf
        .current_dir(folder.path())
        .args(["evidence", "plan.json", "--format", "json"])
        .assert()
        .code(1);
    let evidence: Value = serde_json::from_slice(&run.get_output().stdout)?;
    let encryption =
        evidence["requirements"].as_array().unwrap().iter().find(|it| it["id"] == "ALL-4").unwrap();
    assert_eq!(encryption["verdict"], "failed");
    Ok(())
}
