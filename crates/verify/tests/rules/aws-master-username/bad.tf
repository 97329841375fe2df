resource "aws_rds_cluster" "admin" {
  for_each        = toset(["admin", "rdsadmin", "pg_payments"])
  engine          = "aurora-postgresql"
  master_username = each.value
}

resource "aws_db_instance" "user" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  username       = "user"
}

resource "aws_db_instance" "number" {
  engine         = "mysql"
  instance_class = "db.m6g.large"
  username       = "1payments"
}
