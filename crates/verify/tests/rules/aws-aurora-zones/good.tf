resource "aws_rds_cluster" "left_to_aws" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster" "three" {
  for_each           = toset(["blue", "green"])
  engine             = "aurora-postgresql"
  availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
}
