resource "aws_rds_cluster" "main" {
  cluster_identifier  = "payments"
  engine              = "aurora-postgresql"
  deletion_protection = true
  skip_final_snapshot = true
  tags                = { Protection = "on" }
}

resource "aws_lb" "main" {
  name    = "payments"
  subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  tags    = { Protection = "on" }
}

resource "aws_s3_bucket" "logs" {
  bucket        = "logs"
  force_destroy = true
  tags          = { Protection = "on" }
}

resource "aws_s3_bucket" "transactions" {
  bucket = "transactions"
  tags   = { Protection = "on" }
}

resource "aws_s3_bucket_logging" "transactions" {
  bucket        = aws_s3_bucket.transactions.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "s3/"
}

resource "aws_backup_vault" "main" {
  name          = "payments"
  force_destroy = true
}

resource "aws_kms_key" "data" {
  enable_key_rotation     = true
  deletion_window_in_days = 7
}
