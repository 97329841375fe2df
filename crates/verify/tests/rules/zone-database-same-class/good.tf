resource "aws_rds_cluster" "payments" {
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "a" {
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1a"
  promotion_tier     = 0
}

resource "aws_rds_cluster_instance" "b" {
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  availability_zone  = "us-east-1b"
  promotion_tier     = 1
}

resource "aws_rds_cluster_instance" "reports" {
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.t4g.medium"
  availability_zone  = "us-east-1c"
  promotion_tier     = 15
}
