resource "aws_rds_cluster" "payments" {
  engine       = "aurora-postgresql"
  storage_type = "gp3"
}

resource "aws_db_instance" "unknown" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  storage_type   = "ssd"
}

resource "aws_db_instance" "without_iops" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  storage_type   = "io1"
}
