resource "aws_rds_cluster" "main" {
  count                 = 2
  engine                = "aurora-postgresql"
  copy_tags_to_snapshot = true
}
