resource "aws_rds_cluster_parameter_group" "old" {
  name   = "payments"
  family = "aurora-postgresql15"
}

resource "aws_db_parameter_group" "old" {
  family = "aurora-postgresql15"
}

resource "aws_rds_cluster" "payments" {
  engine                          = "aurora-postgresql"
  engine_version                  = "16.8"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.old.name
}

resource "aws_rds_cluster_instance" "payments" {
  for_each                = toset(["a", "b"])
  cluster_identifier      = aws_rds_cluster.payments.id
  engine                  = aws_rds_cluster.payments.engine
  instance_class          = "db.r7g.large"
  db_parameter_group_name = aws_db_parameter_group.old.id
}

resource "aws_db_instance" "mysql" {
  engine               = "mysql"
  engine_version       = "8.0.40"
  instance_class       = "db.m6g.large"
  parameter_group_name = aws_db_parameter_group.old.name
}
