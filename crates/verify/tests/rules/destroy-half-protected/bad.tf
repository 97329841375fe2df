resource "aws_rds_cluster" "main" {
  cluster_identifier  = "payments"
  engine              = "aurora-postgresql"
  deletion_protection = true
  skip_final_snapshot = true
  tags                = { Protection = "on" }
}

resource "aws_lb" "main" {
  name    = "payments"
  subnets = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
  tags    = { Protection = "on" }
}

resource "aws_s3_bucket" "logs" {
  bucket        = "logs"
  force_destroy = true
  tags          = { Protection = "on" }
}
