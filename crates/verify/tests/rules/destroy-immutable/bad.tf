resource "aws_s3_bucket_object_lock_configuration" "main" {
  bucket = "main"

  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 30
    }
  }
}

resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name   = "main"
  changeable_for_days = 3
}

resource "aws_glacier_vault_lock" "main" {
  vault_name    = "main"
  complete_lock = true
  policy        = jsonencode({ Version = "2012-10-17", Statement = [] })
}
