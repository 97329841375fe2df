resource "aws_rds_cluster" "four" {
  engine             = "aurora-postgresql"
  availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"]
}

resource "aws_rds_cluster" "two" {
  engine             = "aurora-postgresql"
  availability_zones = ["us-east-1a", "us-east-1b"]
}
