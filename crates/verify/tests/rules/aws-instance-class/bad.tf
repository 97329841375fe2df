resource "aws_rds_cluster_instance" "aurora" {
  for_each           = toset(["db.m6g.large", "db.t4g.nano", "db.t4g.micro", "db.t3.small", "r7g.large"])
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
  instance_class     = each.value
}

resource "aws_db_instance" "rds" {
  for_each       = toset(["db.t3.nano", "db.payments.large", "db.m7i.huge"])
  engine         = "postgres"
  instance_class = each.value
}
