resource "aws_rds_cluster" "payments" {
  engine          = "aurora-postgresql"
  master_username = "payadmin"
}

resource "aws_rds_cluster" "mysql" {
  engine          = "aurora-mysql"
  master_username = "admin"
}

resource "aws_db_instance" "postgres" {
  count          = 2
  engine         = "postgres"
  instance_class = "db.m6g.large"
  username       = "postgres"
}
