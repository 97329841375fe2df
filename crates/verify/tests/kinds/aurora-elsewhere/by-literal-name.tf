# The instances name the cluster by its identifier.
#: plan: zone:us-east-1a!=lost; nofail:zone-database-candidate

resource "aws_rds_cluster" "c" {
  cluster_identifier          = "pay"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster_instance" "i" {
  for_each           = toset(["us-east-1a", "us-east-1b", "us-east-1c"])
  cluster_identifier = "pay"
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
  availability_zone  = each.key
}
