resource "aws_rds_cluster" "payments" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "payments" {
  for_each            = toset(["a", "b"])
  instance_class      = "db.m6g.large"
  skip_final_snapshot = false
}
