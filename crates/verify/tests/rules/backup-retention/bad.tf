resource "aws_rds_cluster" "off" {
  engine                  = "aurora-postgresql"
  backup_retention_period = 0
}

resource "aws_db_instance" "default" {
  instance_class = "db.m7g.large"
}
