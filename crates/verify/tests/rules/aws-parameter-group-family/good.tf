resource "aws_rds_cluster_parameter_group" "payments" {
  count  = 1
  family = "aurora-postgresql16"
}

resource "aws_db_parameter_group" "payments" {
  name   = "payments"
  family = "aurora-postgresql16"
}

resource "aws_rds_cluster" "payments" {
  engine                          = "aurora-postgresql"
  engine_version                  = "16.8"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.payments[0].name
}

resource "aws_rds_cluster_instance" "payments" {
  for_each                = toset(["a", "b"])
  cluster_identifier      = aws_rds_cluster.payments.id
  engine                  = aws_rds_cluster.payments.engine
  instance_class          = "db.r7g.large"
  db_parameter_group_name = aws_db_parameter_group.payments.name
}

resource "aws_db_parameter_group" "mysql" {
  family = "mysql8.0"
}

resource "aws_db_instance" "mysql" {
  engine               = "mysql"
  engine_version       = "8.0.40"
  instance_class       = "db.m6g.large"
  parameter_group_name = aws_db_parameter_group.mysql.name
}
