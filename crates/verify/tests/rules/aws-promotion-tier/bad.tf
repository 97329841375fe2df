resource "aws_rds_cluster_instance" "payments" {
  for_each           = { a = 16, b = -1 }
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
  promotion_tier     = each.value
}
