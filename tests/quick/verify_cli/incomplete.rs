//! A plan that does not show the whole stack cannot pass, and says why; one that tells of
//! nothing says so.

use serde_json::{Value, json};

use super::{plan, stderr, stdout, verify_text};

/// A plan in which a rule has nothing to find.
const GOOD: &str = "backup-table/good.json";

fn message(plan: &Value, code: i32) -> String {
    stdout(&verify_text(plan.to_string(), &["--only", "backup-table"]).code(code))
}

#[test]
fn a_plan_with_targets_does_not_pass() {
    let mut plan = plan(GOOD);
    plan["complete"] = json!(true);
    assert!(!message(&plan, 0).contains("incomplete"));
    plan["complete"] = json!(false);
    assert!(
        message(&plan, 1)
            .contains("incomplete: the plan is of a part of the stack only, as -target makes it")
    );
}

#[test]
fn a_plan_that_leaves_changes_to_a_later_run_names_them() {
    let mut plan = plan(GOOD);
    plan["complete"] = json!(false);
    plan["deferred_changes"] = json!([{
        "reason": "instance_count_unknown", "resource_change": {"address": "aws_instance.later"}
    }]);
    assert!(message(&plan, 1).contains(
        "incomplete: aws_instance.later is left to a later run (instance_count_unknown)"
    ));
}

#[test]
fn a_plan_that_only_refreshes_lists_no_resource_and_proves_nothing() {
    let mut plan = plan(GOOD);
    plan.as_object_mut().unwrap().shift_remove("resource_changes");
    let resource = json!({
        "address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
        "values": {}
    });
    let module = json!({"child_modules": [{"address": "module.m", "resources": [resource]}]});
    plan["prior_state"] = json!({"format_version": "1.0", "values": {"root_module": module}});
    assert!(message(&plan, 1).contains(
        "incomplete: the plan lists no resource of those that exist, as -refresh-only makes it"
    ));
}

#[test]
fn an_empty_plan_says_that_nothing_is_proven() {
    let empty = json!({
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {}},
        "configuration": {"root_module": {}},
        "applyable": false,
        "complete": true,
        "errored": false,
    });
    assert!(message(&empty, 0).contains(
        "The plan has no resources: there was nothing to look at, and nothing is proven."
    ));
}

#[test]
fn every_format_tells_what_is_missing() {
    let mut plan = plan(GOOD);
    plan["complete"] = json!(false);
    for format in ["json", "sarif", "junit", "markdown"] {
        let arguments = ["--only", "backup-table", "--format", format];
        let message = stdout(&verify_text(plan.to_string(), &arguments).code(1));
        assert!(message.contains("of a part of the stack only"), "{format}: {message}");
    }
}

#[test]
fn what_is_ephemeral_is_no_part_of_the_stack() {
    for (action, name) in [("open", "secret"), ("renew", "lease"), ("close", "tunnel")] {
        let mut plan = plan(GOOD);
        plan["resource_changes"].as_array_mut().unwrap().push(json!({
            "address": format!(
                "ephemeral.aws_secretsmanager_secret_version.{name}"
            ), "mode": "ephemeral",
            "type": "aws_secretsmanager_secret_version", "name": name,
            "change": {"actions": [action], "before": null, "after": null, "after_unknown": {}},
        }));
        message(&plan, 0);
    }
}

#[test]
fn other_output_around_a_plan_is_named() {
    let plan = serde_json::to_string_pretty(&plan(GOOD)).unwrap();
    for (text, says) in [
        (
            format!("[command]/opt/terraform-bin show -json tfplan\n{plan}\n"),
            "terraform_wrapper: false",
        ),
        (format!("{plan}\n::debug::Terraform exited with code 0.\n"), "terraform_wrapper: false"),
        (format!("{plan}\n::set-output name=exitcode::0\n"), "terraform_wrapper: false"),
        (
            format!("Acquiring state lock. This may take a few moments...\n{plan}"),
            "other output before it",
        ),
        (format!("{plan}\nReleasing state lock.\n"), "other output behind it"),
    ] {
        let error = stderr(&verify_text(text, &[]).code(2));
        assert!(error.contains(says), "{says}: {error}");
    }
}
