resource "aws_backup_plan" "daily" {
  for_each = { a = 120, b = 400 }
  name     = each.key

  rule {
    rule_name         = "daily"
    target_vault_name = "daily"
    schedule          = "cron(0 5 ? * * *)"

    lifecycle {
      cold_storage_after = 30
      delete_after       = each.value
    }
  }
}
