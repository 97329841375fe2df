resource "aws_rds_cluster" "main" {
  cluster_identifier        = "payments"
  engine                    = "aurora-postgresql"
  deletion_protection       = true
  skip_final_snapshot       = false
  final_snapshot_identifier = "payments-final"
  delete_automated_backups  = false
  tags                      = { Protection = "on" }
}

resource "aws_lb" "main" {
  name                       = "payments"
  subnets                    = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  enable_deletion_protection = true
  tags                       = { Protection = "on" }
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
  tags   = { Protection = "on" }
}

resource "aws_backup_selection" "main" {
  name         = "payments"
  plan_id      = "11112222-3333-4444-5555-666677778888"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_rds_cluster.main.arn]
}

resource "aws_s3_bucket" "transactions" {
  bucket = "transactions"
  tags   = { Protection = "on" }
}

resource "aws_s3_bucket_object_lock_configuration" "transactions" {
  bucket = aws_s3_bucket.transactions.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 365
    }
  }
}

resource "aws_s3_bucket_logging" "transactions" {
  bucket        = aws_s3_bucket.transactions.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "s3/"
}

resource "aws_backup_vault" "main" {
  name = "payments"
}

resource "aws_backup_vault_lock_configuration" "main" {
  backup_vault_name  = aws_backup_vault.main.name
  min_retention_days = 35
}

resource "aws_kms_key" "data" {
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
