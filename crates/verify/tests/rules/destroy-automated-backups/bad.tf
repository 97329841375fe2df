resource "aws_rds_cluster" "main" {
  engine                   = "aurora-postgresql"
  delete_automated_backups = false
}
