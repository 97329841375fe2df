resource "aws_rds_cluster_instance" "odd" {
  cluster_identifier  = "payments"
  engine              = "aurora-postgresql"
  instance_class      = "db.r7g.large"
  monitoring_interval = 20
  monitoring_role_arn = "arn:aws:iam::123456789012:role/rds-monitoring"
}

resource "aws_rds_cluster_instance" "without_role" {
  cluster_identifier  = "payments"
  engine              = "aurora-postgresql"
  instance_class      = "db.r7g.large"
  monitoring_interval = 30
}
