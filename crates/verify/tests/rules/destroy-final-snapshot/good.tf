resource "aws_rds_cluster" "skipped" {
  engine              = "aurora-postgresql"
  skip_final_snapshot = true
}

resource "aws_db_instance" "named" {
  for_each                  = toset(["a", "b"])
  instance_class            = "db.m6g.large"
  deletion_protection       = true
  final_snapshot_identifier = "payments-${each.key}-final"
}
