resource "aws_rds_cluster" "default" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "short" {
  instance_class          = "db.m7g.large"
  backup_retention_period = 3
}
