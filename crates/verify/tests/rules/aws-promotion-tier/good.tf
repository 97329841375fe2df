resource "aws_rds_cluster_instance" "payments" {
  count              = 3
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  promotion_tier     = count.index
}

resource "aws_rds_cluster_instance" "left_out" {
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}
