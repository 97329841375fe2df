resource "aws_db_proxy" "lenient" {
  name           = "lenient"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = ["subnet-1", "subnet-2"]

  auth {
    iam_auth   = "REQUIRED"
    secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:payments"
  }
}

resource "aws_rds_cluster" "by_default" {
  cluster_identifier = "by-default"
  engine             = "aurora-postgresql"
  engine_version     = "16.8"
  storage_encrypted  = true
}

resource "aws_rds_cluster_parameter_group" "silent" {
  name   = "silent"
  family = "aurora-postgresql16"

  parameter {
    name  = "log_statement"
    value = "ddl"
  }
}

resource "aws_rds_cluster" "silent" {
  cluster_identifier = "silent"
  engine             = "aurora-postgresql"
  engine_version     = "16.8"
  storage_encrypted  = true

  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.silent.name
}

resource "aws_db_parameter_group" "switched_off" {
  name   = "switched-off"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}

resource "aws_db_instance" "switched_off" {
  identifier        = "switched-off"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true

  parameter_group_name = aws_db_parameter_group.switched_off.name
}

resource "aws_db_instance" "mysql" {
  identifier        = "mysql"
  engine            = "mysql"
  engine_version    = "8.0.40"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true
}

resource "aws_rds_cluster" "elsewhere" {
  cluster_identifier = "elsewhere"
  engine             = "aurora-postgresql"
  engine_version     = "16.8"
  storage_encrypted  = true

  db_cluster_parameter_group_name = "someone-elses"
}

resource "aws_docdb_cluster_parameter_group" "without" {
  name   = "without"
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "disabled"
  }
}

resource "aws_docdb_cluster" "documents" {
  cluster_identifier              = "documents"
  storage_encrypted               = true
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.without.name
}
