resource "aws_cloudwatch_event_rule" "rules" {
  for_each            = toset(["rate(1 minute)", "rate(5 minutes)", "cron(0/15 8-18 ? * MON-FRI *)", "cron(0 10 L * ? 2026-2030)"])
  schedule_expression = each.value
}

resource "aws_scheduler_schedule" "once" {
  schedule_expression = "at(2027-01-01T00:00:00)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:us-east-1:123456789012:payments"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "daily"
    schedule          = "cron(0 5 ? * 2#1 *)"
  }

  rule {
    rule_name         = "left-to-aws"
    target_vault_name = "daily"
  }
}
