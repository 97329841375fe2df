resource "aws_backup_plan" "daily" {
  count = 2
  name  = "daily-${count.index}"

  rule {
    rule_name         = "daily"
    target_vault_name = "daily"
    schedule          = "cron(0 5 ? * * *)"
  }
}

resource "aws_backup_selection" "daily" {
  count        = 2
  name         = "daily"
  plan_id      = aws_backup_plan.daily[count.index].id
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = ["arn:aws:rds:us-east-1:123456789012:cluster:payments"]
}
