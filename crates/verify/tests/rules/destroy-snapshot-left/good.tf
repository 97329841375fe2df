resource "aws_rds_cluster" "main" {
  count               = 1
  engine              = "aurora-postgresql"
  skip_final_snapshot = true
}
