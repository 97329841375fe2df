resource "aws_s3_bucket_object_lock_configuration" "main" {
  for_each = toset(["access-logs", "transaction-logs"])
  bucket   = each.value

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}

resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name  = "main"
  max_retention_days = 90
}
