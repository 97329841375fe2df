resource "aws_docdb_cluster" "documents" {
  cluster_identifier      = "documents"
  backup_retention_period = 7
}

resource "aws_efs_file_system" "own" {}

resource "aws_efs_backup_policy" "own" {
  file_system_id = aws_efs_file_system.own.id
  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system" "selected" {}

resource "aws_backup_selection" "s" {
  name         = "s"
  plan_id      = "p"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_efs_file_system.selected.arn]
}

resource "aws_efs_file_system" "one_zone" {
  availability_zone_name = "us-east-1a"
}
