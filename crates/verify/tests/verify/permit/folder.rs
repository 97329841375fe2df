//! What calls come to in a folder, without a plan.

use std::fs;

use terraform::configuration::{Configuration, Variables};
use verify::Inventory;
use verify::permit::{Permissions, verdicts};

use super::plan::Answer;
use Answer::{Allowed, Unknown};

/// What every call comes to that a configuration needs, its trust aside, by its purpose.
fn answers(configuration: &str) -> Vec<(String, Answer)> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("main.tf"), configuration).unwrap();
    let configuration = Configuration::read(folder.path(), &Variables::default()).unwrap();
    let inventory = Inventory::from_configuration(&configuration).unwrap();
    let all = verdicts(&inventory, &Permissions::of_inventory(&inventory));
    let asked = all.iter().filter(|verdict| !verdict.call.purpose.starts_with("is assumed"));
    asked.map(|verdict| (verdict.call.purpose.clone(), verdict.decision().into())).collect()
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
    let started = |answer| [("starts its target".to_owned(), answer)];
    assert_eq!(answers(&schedule("\"schedule-${random_pet.this.id}\"")), started(Allowed));
    assert_eq!(answers(&schedule("random_pet.this.id")), started(Allowed));
    // What is computed from it is not known to be the same.
    assert_eq!(answers(&schedule("lower(random_pet.this.id)")), started(Unknown));
}
