# The cluster is another state's: what else it has is not known.
#: plan: zone:us-east-1a!=survives|degraded

resource "aws_rds_cluster_instance" "i" {
  cluster_identifier = "pay"
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
  availability_zone  = "us-east-1a"
}
