resource "aws_rds_cluster" "default" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "payments" {
  for_each                = { a = 7, b = 35 }
  instance_class          = "db.m7g.large"
  backup_retention_period = each.value
}

resource "aws_db_instance" "replica" {
  instance_class      = "db.m7g.large"
  replicate_source_db = "payments"
}
