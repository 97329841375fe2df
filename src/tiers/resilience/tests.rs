use serde_json::{Value, json};

use super::drill::FAULT_MINUTES;
use super::{Drill, Resilience};
use crate::cidr::Zone;
use crate::tiers::testing::declared;

fn tier() -> Resilience {
    Resilience {
        zones: Zone::DEFAULT,
        drills: true,
        stall_function: true,
        restore_test: true,
        count_rows: true,
    }
}

/// All drills, of which there are some: a test that goes through them proves something.
fn drills() -> Vec<Drill> {
    let drills = tier().drills();
    assert!(drills.iter().any(|drill| drill.name == "lose-zone-a"), "{}", drills.len());
    drills
}

fn resource(kind: &str, label: &str) -> Value {
    declared(&tier())["resource"][kind][label].clone()
}

fn template(drill: &Drill) -> Value {
    resource("aws_fis_experiment_template", &drill.label())
}

/// A nested block that is there once is an object, else a list.
fn list(blocks: &Value) -> Vec<Value> {
    match blocks {
        Value::Null => vec![],
        Value::Array(blocks) => blocks.clone(),
        block => vec![block.clone()],
    }
}

#[test]
fn the_probe_is_an_express_workflow_that_starts_as_often_as_configured() {
    assert_eq!(resource("aws_sfn_state_machine", "rpo_probe")["type"], "EXPRESS");
    let schedule = resource("aws_scheduler_schedule", "rpo_probe");
    assert_eq!(schedule["schedule_expression"], "${var.rpo_probe_schedule}");
    assert_eq!(schedule["target"]["arn"], "${aws_sfn_state_machine.rpo_probe.arn}");
    assert_eq!(schedule["target"]["role_arn"], "${var.scheduler_role_arn}");
}

#[test]
fn every_workflow_logs_encrypted_and_traces() {
    for label in ["rpo_probe", "restore_test"] {
        let log_group = resource("aws_cloudwatch_log_group", label);
        assert_eq!(log_group["kms_key_id"], "${var.logs_key_arn}");
        let name = log_group["name"].as_str().unwrap();
        assert!(
            name.starts_with("/aws/vendedlogs/states/")
                && name.ends_with("-${var.environment_suffix}"),
            "{name}"
        );
        let machine = resource("aws_sfn_state_machine", label);
        assert_eq!(machine["tracing_configuration"]["enabled"], true);
        let destination = &machine["logging_configuration"]["log_destination"];
        assert_eq!(destination, &json!(format!("${{aws_cloudwatch_log_group.{label}.arn}}:*")));
    }
}

#[test]
fn the_definitions_hold_an_arn_that_is_unknown_before_the_first_apply() {
    for label in ["rpo_probe", "restore_test"] {
        let definition = resource("aws_sfn_state_machine", label)["definition"].clone();
        assert!(
            definition.as_str().unwrap().contains("var.cluster_arn"),
            "{label}: would be validated online in a plan"
        );
    }
}

#[test]
fn every_drill_stops_at_an_alarm_of_ours_and_fails_when_it_finds_nothing_to_break() {
    for drill in drills() {
        let template = template(&drill);
        let conditions = list(&template["stop_condition"]);
        assert!(!conditions.is_empty(), "{}", drill.name);
        assert_eq!(conditions.len(), drill.stop_at.len(), "{}", drill.name);
        assert!(
            conditions.iter().all(|one| one["source"] == "aws:cloudwatch:alarm"),
            "{}",
            drill.name
        );
        let options =
            json!({"account_targeting": "single-account", "empty_target_resolution_mode": "fail"});
        assert_eq!(template["experiment_options"], options, "{}", drill.name);
    }
}

#[test]
fn every_drill_leaves_a_report_of_the_dashboard_in_the_bucket_for_access_logs() {
    for drill in drills() {
        let report = &template(&drill)["experiment_report_configuration"];
        let bucket = json!({"bucket_name": "${var.access_log_bucket}", "prefix": "drills"});
        assert_eq!(report["outputs"]["s3_configuration"], bucket, "{}", drill.name);
        let dashboard = json!({"dashboard_arn": "${var.dashboard_arn}"});
        assert_eq!(report["data_sources"]["cloudwatch_dashboard"], dashboard, "{}", drill.name);
    }
}

#[test]
fn every_action_has_its_target_and_no_target_is_left_over() {
    for drill in drills() {
        let template = template(&drill);
        let used: Vec<_> = list(&template["action"])
            .iter()
            .filter_map(|one| one["target"].get("value").cloned())
            .collect();
        let made: Vec<_> =
            list(&template["target"]).iter().map(|one| one["name"].clone()).collect();
        assert!(!list(&template["action"]).is_empty(), "{}", drill.name);
        assert_eq!(used, made, "{}", drill.name);
    }
}

#[test]
fn the_loss_of_a_zone_touches_that_zone_only() {
    for (place, zone) in Zone::DEFAULT.into_iter().enumerate() {
        let template =
            resource("aws_fis_experiment_template", &format!("lose_zone_{}", zone.letter()));
        let targets = list(&template["target"]);
        let target = |name: &str| targets.iter().find(|one| one["name"] == name).unwrap().clone();
        let subnet = |tier: &str| {
            format!(
                "arn:aws:ec2:us-east-1:${{var.account_id}}:subnet/${{var.\
                 {tier}_subnet_ids[{place}]}}"
            )
        };
        assert_eq!(
            target("cut-network")["resource_arns"],
            json!([subnet("public"), subnet("app")])
        );
        assert_eq!(
            target("stop-tasks")["filter"],
            json!({"path": "AvailabilityZone", "values": [zone.name()]})
        );
    }
}

#[test]
fn a_fault_ends_by_itself() {
    let template = resource("aws_fis_experiment_template", "lose_zone_a");
    let cut =
        list(&template["action"]).into_iter().find(|one| one["name"] == "cut-network").unwrap();
    assert!(
        list(&cut["parameter"])
            .contains(&json!({"key": "duration", "value": format!("PT{FAULT_MINUTES}M")}))
    );
    let runbook =
        resource("aws_ssm_document", "stall_function")["content"].as_str().unwrap().to_owned();
    assert!(
        runbook.contains("DeleteFunctionConcurrency")
            && runbook.matches("step:GiveBack").count() == 4,
        "{runbook}"
    );
}

#[test]
fn every_drill_says_what_must_be_seen_while_the_fault_lasts_and_after() {
    for drill in drills() {
        assert!(drill.expectations.len() >= 3, "{}", drill.name);
        assert!(drill.what_fails.is_ascii() && drill.what_fails.len() <= 512, "{}", drill.name);
        assert!(
            drill
                .expectations
                .iter()
                .all(|one| (1..=FAULT_MINUTES + 5).contains(&one.within_minutes)),
            "{}",
            drill.name
        );
    }
}

#[test]
fn where_nothing_is_rehearsed_only_the_probe_is_left() {
    let tier = Resilience { drills: false, restore_test: false, count_rows: false, ..tier() };
    let declared = declared(&tier);
    for kind in ["aws_fis_experiment_template", "aws_ssm_document"] {
        assert_eq!(declared["resource"].get(kind), None);
    }
    assert_eq!(declared["resource"]["aws_sfn_state_machine"].as_object().unwrap().len(), 1);
    assert_eq!(declared["output"]["drill_template_ids"]["value"], json!({}));
}

#[test]
fn a_function_that_keeps_warm_instances_is_not_stalled() {
    let tier = Resilience { stall_function: false, ..tier() };
    let stalls =
        |tier: &Resilience| tier.drills().iter().any(|drill| drill.name == "stall-function");
    assert!(stalls(&self::tier()) && !stalls(&tier));
    assert_eq!(declared(&tier)["resource"].get("aws_ssm_document"), None);
}

#[test]
fn the_rows_of_a_copy_are_counted_where_there_is_a_data_api() {
    let definition = |tier: &Resilience| {
        declared(tier)["resource"]["aws_sfn_state_machine"]["restore_test"]["definition"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let with = definition(&tier());
    for word in [
        "rdsdata:executeStatement",
        "RestoredRows",
        "var.reader_secret_arn",
        "var.restored_rows_query",
    ] {
        assert!(with.contains(word), "{word}");
    }
    assert!(!definition(&Resilience { count_rows: false, ..tier() }).contains("rdsdata"));
}
