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

resource "aws_eks_cluster" "retired" {
  name     = "retired"
  role_arn = "arn:aws:iam::123456789012:role/k"
  version  = "1.27"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_rds_cluster" "older" {
  cluster_identifier = "older"
  engine             = "aurora-postgresql"
  engine_version     = "16.8"
}

resource "aws_rds_cluster" "not_allowed" {
  cluster_identifier = "not-allowed"
  engine             = "aurora-postgresql"
  engine_version     = "17.7"
}

resource "aws_rds_cluster" "mysql_back" {
  cluster_identifier = "mysql-back"
  engine             = "aurora-mysql"
  engine_version     = "8.0.mysql_aurora.3.04.0"
}

resource "aws_db_instance" "mysql" {
  identifier                  = "mysql"
  instance_class              = "db.m6g.large"
  engine                      = "mysql"
  engine_version              = "8.4.3"
  allow_major_version_upgrade = false
}
