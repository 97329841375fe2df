resource "aws_rds_cluster" "never" {
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster" "no_longer" {
  engine            = "aurora-postgresql"
  storage_encrypted = false
}
