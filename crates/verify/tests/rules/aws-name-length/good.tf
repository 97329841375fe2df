locals {
  suffix = "production"
}

resource "aws_rds_cluster" "payments" {
  cluster_identifier = "aurora-cluster-${local.suffix}"
  engine             = "aurora-postgresql"
}

resource "aws_lb_target_group" "payments" {
  for_each = toset(["blue", "green"])
  name     = "payments-${each.key}-${local.suffix}"
  port     = 443
  protocol = "HTTPS"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_iam_role" "generated" {
  name_prefix        = "payments-"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
