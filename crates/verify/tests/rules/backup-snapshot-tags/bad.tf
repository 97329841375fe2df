resource "aws_rds_cluster" "main" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "main" {
  instance_class        = "db.m7g.large"
  copy_tags_to_snapshot = false
}
