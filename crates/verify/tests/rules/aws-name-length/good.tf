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

# The provider puts 26 characters behind a prefix.
resource "aws_db_instance" "prefix" {
  identifier_prefix = "the-ledger-of-the-payments-in-produc"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
}
