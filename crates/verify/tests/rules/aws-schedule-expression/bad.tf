resource "aws_cloudwatch_event_rule" "rules" {
  for_each            = toset(["rate(1 minutes)", "rate(0 hours)", "rate(5 minute)", "rate(30 seconds)", "cron(0 5 * * *)", "cron(0 5 * * * *)", "cron(61 5 * * ? *)", "5 minutes", "at(2027-01-01T00:00:00)"])
  schedule_expression = each.value
}

resource "aws_scheduler_schedule" "monthly" {
  schedule_expression = "cron(0 6 1 13 ? *)"

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
    schedule          = "cron(0 5 * * *)"
  }
}
