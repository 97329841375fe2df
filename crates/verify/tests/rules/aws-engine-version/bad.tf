resource "aws_rds_cluster" "postgres" {
  for_each       = toset(["99.1", "9.6.24", "16.99", "16.8.1", "latest"])
  engine         = "aurora-postgresql"
  engine_version = each.value
}

resource "aws_rds_cluster" "mysql" {
  for_each       = toset(["5.6.mysql_aurora.1.22", "16.8", "8.0.aurora"])
  engine         = "aurora-mysql"
  engine_version = each.value
}

resource "aws_db_instance" "retired" {
  engine         = "postgres"
  engine_version = "10.23"
  instance_class = "db.m6g.large"
}
