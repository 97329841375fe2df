resource "aws_rds_cluster" "a" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.11.2"
}

resource "aws_eks_cluster" "k" {
  name     = "k"
  role_arn = "arn:aws:iam::123456789012:role/k"
  version  = "1.32"
  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }
}

resource "aws_db_instance" "d" {
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  engine            = "postgres"
  engine_version    = "12.22"
}

# Newer than the table.
resource "aws_db_instance" "new" {
  instance_class    = "db.m6g.large"
  allocated_storage = 100
  engine            = "postgres"
  engine_version    = "21.1"
}
