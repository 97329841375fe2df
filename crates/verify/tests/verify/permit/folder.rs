//! What calls come to in a folder, without a plan.

use std::fs;

use terraform::configuration::{Configuration, Variables};
use verify::Inventory;
use verify::permit::{Permissions, verdicts};

use super::plan::Answer;
use Answer::{Allowed, Missing, Unknown};

/// What every call comes to that a configuration needs, by its purpose.
fn answers(configuration: &str) -> Vec<(String, Answer)> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("main.tf"), configuration).unwrap();
    let configuration = Configuration::read(folder.path(), &Variables::default()).unwrap();
    let inventory = Inventory::from_configuration(&configuration).unwrap();
    let all = verdicts(&inventory, &Permissions::of_inventory(&inventory));
    all.iter().map(|verdict| (verdict.call.purpose.clone(), verdict.decision().into())).collect()
}

/// A schedule with a role, which is attached to what lets it start the workflow by its name.
fn schedule(name: &str) -> String {
    r#"
resource "random_pet" "this" {}
resource "aws_sfn_state_machine" "pay" {
  name       = "pay"
  role_arn   = "arn:aws:iam::111122223333:role/states"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}
resource "aws_scheduler_schedule" "daily" {
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_sfn_state_machine.pay.arn
    role_arn = aws_iam_role.schedule.arn
  }
}
resource "aws_iam_role" "schedule" {
  name               = NAME
  assume_role_policy = "{}"
}
resource "aws_iam_policy" "start" {
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "states:StartExecution", Resource = aws_sfn_state_machine.pay.arn }
  ] })
}
resource "aws_iam_policy_attachment" "start" {
  name       = "start"
  roles      = [aws_iam_role.schedule.name]
  policy_arn = aws_iam_policy.start.arn
}
"#
    .replace("NAME", name)
}

#[test]
fn a_policy_is_attached_by_a_name_that_chance_makes_up() {
    let started = |name: &str| {
        let mut all = answers(&schedule(name)).into_iter();
        all.find(|(purpose, _)| purpose == "starts its target").unwrap().1
    };
    assert_eq!(started("\"schedule-${random_pet.this.id}\""), Allowed);
    assert_eq!(started("random_pet.this.id"), Allowed);
    // What is computed from it is not known to be the same.
    assert_eq!(started("lower(random_pet.this.id)"), Unknown);
}

/// A workflow that sends a message, whose role trusts a service and is attached to a policy.
fn workflow(service: &str, policy: &str) -> String {
    r#"
data "aws_partition" "current" {}
data "aws_region" "current" {}
data "aws_service_principal" "states" {
  service_name = "states"
}
data "aws_iam_policy" "queues" {
  arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSQSFullAccess"
}
resource "aws_iam_policy" "copy" {
  policy = data.aws_iam_policy.queues.policy
}
resource "aws_iam_role" "states" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "SERVICE" } }
  ] })
}
resource "aws_iam_role_policy_attachment" "states" {
  role       = aws_iam_role.states.name
  policy_arn = POLICY
}
resource "aws_sfn_state_machine" "pay" {
  role_arn   = aws_iam_role.states.arn
  definition = jsonencode({ StartAt = "Send", States = {
    Send = { Type = "Task", Resource = "arn:aws:states:::sqs:sendMessage", End = true }
  } })
}
"#
    .replace("SERVICE", service)
    .replace("POLICY", policy)
}

#[test]
fn a_service_and_a_policy_of_aws_are_known_though_their_partition_is_not() {
    let of = |service: &str, policy: &str| -> Vec<Answer> {
        answers(&workflow(service, policy)).into_iter().map(|(_, answer)| answer).collect()
    };
    let (region, domain) =
        ("${data.aws_region.current.name}", "${data.aws_partition.current.dns_suffix}");
    let queues =
        "\"arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSQSFullAccess\"";
    let states = format!("states.{domain}");
    assert_eq!(of(&states, queues), [Allowed, Allowed]);
    assert_eq!(of(&format!("states.{region}.{domain}"), queues), [Allowed, Allowed]);
    assert_eq!(of(&format!("states.{region}.amazonaws.com"), queues), [Allowed, Allowed]);
    assert_eq!(of("${data.aws_service_principal.states.name}", queues), [Allowed, Allowed]);
    assert_eq!(of(&states, "aws_iam_policy.copy.arn"), [Allowed, Allowed]);
    assert_eq!(of(&format!("lambda.{domain}"), queues), [Allowed, Missing]);
    let topics = queues.replace("SQS", "SNS");
    assert_eq!(of(&states, &topics), [Missing, Allowed]);
}

#[test]
fn the_name_of_an_alias_is_no_way_to_invoke_its_function() {
    let configuration = r#"
variable "stage" {}
resource "aws_lambda_function" "pay" {
  function_name = "pay"
  role          = "arn:aws:iam::111122223333:role/pay"
}
resource "aws_lambda_alias" "pay" {
  name             = var.stage
  function_name    = aws_lambda_function.pay.function_name
  function_version = "1"
}
resource "aws_lambda_function" "other" {
  function_name = "other"
  role          = "arn:aws:iam::111122223333:role/other"
  environment {
    variables = { STAGE = var.stage }
  }
}
"#;
    assert!(!answers(configuration).iter().any(|(purpose, _)| purpose.contains("invokes")));
    let invoked = configuration.replace("STAGE = var.stage", "PAY = aws_lambda_alias.pay.arn");
    assert!(answers(&invoked).iter().any(|(purpose, _)| purpose.contains("invokes")));
}
