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
