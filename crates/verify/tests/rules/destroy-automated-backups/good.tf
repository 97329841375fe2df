resource "aws_rds_cluster" "main" {
  count                    = 1
  engine                   = "aurora-postgresql"
  delete_automated_backups = true
}
