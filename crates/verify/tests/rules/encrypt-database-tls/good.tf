resource "aws_db_proxy" "main" {
  name           = "main"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = ["subnet-1", "subnet-2"]
  require_tls    = true

  auth {
    iam_auth   = "REQUIRED"
    secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:payments"
  }
}

resource "aws_rds_cluster_parameter_group" "forced" {
  name   = "forced"
  family = "aurora-postgresql16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_rds_cluster" "forced" {
  cluster_identifier = "forced"
  engine             = "aurora-postgresql"
  engine_version     = "16.8"
  storage_encrypted  = true

  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.forced.name
}

resource "aws_rds_cluster" "by_default" {
  cluster_identifier = "by-default"
  engine             = "aurora-postgresql"
  engine_version     = "17.4"
  storage_encrypted  = true
}

resource "aws_db_instance" "by_default" {
  identifier           = "by-default"
  engine               = "postgres"
  engine_version       = "15.10"
  instance_class       = "db.t4g.medium"
  storage_encrypted    = true
  parameter_group_name = "default.postgres15"
}

resource "aws_db_parameter_group" "mysql" {
  name   = "mysql"
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
}

resource "aws_db_instance" "mysql" {
  identifier        = "mysql"
  engine            = "mysql"
  engine_version    = "8.0.40"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true

  parameter_group_name = aws_db_parameter_group.mysql.name
}

resource "aws_db_instance" "oracle" {
  identifier        = "oracle"
  engine            = "oracle-ee"
  engine_version    = "19.0.0.0.ru-2024-01.rur-2024-01.r1"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true
}

resource "aws_docdb_cluster" "by_default" {
  cluster_identifier = "documents"
  storage_encrypted  = true
}

resource "aws_docdb_cluster_parameter_group" "recent" {
  name   = "recent"
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "tls1.2+"
  }
}

resource "aws_docdb_cluster" "recent" {
  cluster_identifier              = "recent"
  storage_encrypted               = true
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.recent.name
}
