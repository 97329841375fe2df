resource "aws_rds_cluster" "main" {
  engine              = "aurora-postgresql"
  deletion_protection = false
}

resource "aws_lb" "main" {
  count   = 2
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}
