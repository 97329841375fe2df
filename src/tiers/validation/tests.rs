use serde_json::{Value, json};

use super::Validation;
use crate::tiers::testing::declared;

const NAME: &str = "lambda-payment-validator-${var.environment_suffix}";

fn resource(kind: &str, label: &str) -> Value {
    declared(&Validation { provisioned_concurrency: Some(3) })["resource"][kind][label].clone()
}

fn function() -> Value {
    resource("aws_lambda_function", "main")
}

#[test]
fn the_function_runs_in_every_app_subnet() {
    assert_eq!(function()["vpc_config"]["subnet_ids"], "${var.app_subnet_ids}");
}

#[test]
fn the_function_is_a_rust_executable_uploaded_again_when_it_changes() {
    assert_eq!(function()["runtime"], "provided.al2023");
    assert_eq!(function()["handler"], "bootstrap");
    assert_eq!(function()["filename"], "${var.package_path}");
    assert_eq!(function()["source_code_hash"], "${filebase64sha256(var.package_path)}");
}

#[test]
fn the_function_logs_to_the_encrypted_group_that_bears_its_name() {
    let group = resource("aws_cloudwatch_log_group", "main");
    assert_eq!(group["name"], format!("/aws/lambda/{NAME}"));
    assert_eq!(group["kms_key_id"], "${var.logs_key_arn}");
    assert_eq!(function()["logging_config"]["log_group"], "${aws_cloudwatch_log_group.main.name}");
    assert_eq!(function()["function_name"], NAME);
}

#[test]
fn destroying_the_function_frees_its_security_group() {
    assert_eq!(function()["replace_security_groups_on_destroy"], true);
    assert_eq!(
        function()["replacement_security_group_ids"],
        json!(["${var.default_security_group_id}"])
    );
}

#[test]
fn a_request_that_keeps_failing_ends_in_the_dead_letter_queue() {
    assert_eq!(function()["dead_letter_config"]["target_arn"], "${aws_sqs_queue.dead_letters.arn}");
    let limits = resource("aws_lambda_function_event_invoke_config", "live");
    assert_eq!(limits["qualifier"], "${aws_lambda_alias.live.name}");
    assert_eq!(limits["maximum_retry_attempts"], 2);
    assert_eq!(limits["maximum_event_age_in_seconds"], 300);
}

#[test]
fn the_dead_letter_queue_is_encrypted_keeps_two_weeks_and_takes_only_tls() {
    let queue = resource("aws_sqs_queue", "dead_letters");
    assert_eq!(queue["kms_master_key_id"], "${var.data_key_arn}");
    assert_eq!(queue["message_retention_seconds"], 1_209_600);
    assert_eq!(queue["policy"], "${data.aws_iam_policy_document.dead_letters.json}");
    let data = &declared(&Validation { provisioned_concurrency: None })["data"];
    let statement = &data["aws_iam_policy_document"]["dead_letters"]["statement"];
    let arn = "arn:aws:sqs:us-east-1:${var.account_id}:sqs-validation-dead-letters-${var.\
               environment_suffix}";
    assert_eq!(statement["resources"], json!([arn]));
    assert_eq!(statement["effect"], "Deny");
    let no_tls = json!({"test": "Bool", "variable": "aws:SecureTransport", "values": ["false"]});
    assert_eq!(statement["condition"], no_tls);
}

#[test]
fn the_live_alias_points_at_the_version_just_published() {
    assert_eq!(function()["publish"], true);
    assert_eq!(
        resource("aws_lambda_alias", "live")["function_version"],
        "${aws_lambda_function.main.version}"
    );
}

#[test]
fn only_the_task_role_is_permitted_and_only_on_the_alias() {
    let permission = resource("aws_lambda_permission", "payment_tasks");
    assert_eq!(permission["principal"], "${var.task_role_arn}");
    assert_eq!(permission["qualifier"], "${aws_lambda_alias.live.name}");
}

#[test]
fn warm_instances_stand_behind_the_alias_when_configured() {
    let concurrency = resource("aws_lambda_provisioned_concurrency_config", "live");
    assert_eq!(concurrency["qualifier"], "${aws_lambda_alias.live.name}");
    assert_eq!(concurrency["provisioned_concurrent_executions"], 3);
}

#[test]
fn no_warm_instances_are_paid_for_unless_configured() {
    let resources = declared(&Validation { provisioned_concurrency: None })["resource"].clone();
    assert_eq!(resources["aws_lambda_provisioned_concurrency_config"], Value::Null);
}

#[test]
fn nothing_that_waits_for_the_task_role_holds_back_the_alias_that_this_role_names() {
    let outputs = declared(&Validation { provisioned_concurrency: None })["output"].clone();
    assert_eq!(outputs["alias_arn"]["depends_on"], Value::Null);
}

#[test]
fn card_numbers_are_masked_in_the_log_of_the_function() {
    let policy = resource("aws_cloudwatch_log_data_protection_policy", "main");
    assert_eq!(policy["log_group_name"], "${aws_cloudwatch_log_group.main.name}");
    assert!(policy["policy_document"].to_string().contains("CreditCardNumber"), "{policy}");
}
