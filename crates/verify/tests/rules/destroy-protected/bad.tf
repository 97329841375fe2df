resource "aws_rds_cluster" "kept" {
  engine              = "aurora-postgresql"
  deletion_protection = true
}
