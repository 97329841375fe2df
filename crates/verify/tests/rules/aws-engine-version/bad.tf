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
