resource "aws_rds_cluster_instance" "aurora" {
  for_each           = toset(["db.r7g.large", "db.t4g.medium", "db.x2g.16xlarge", "db.r8gd.48xlarge", "db.serverless"])
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
  instance_class     = each.value
}

resource "aws_db_instance" "rds" {
  for_each       = toset(["db.m7i.large", "db.t4g.micro", "db.m1.small", "db.x2iedn.32xlarge"])
  engine         = "postgres"
  instance_class = each.value
}

resource "aws_db_instance" "oracle" {
  engine         = "oracle-ee"
  instance_class = "db.r5.4xlarge.tpc2.mem2x"
}
