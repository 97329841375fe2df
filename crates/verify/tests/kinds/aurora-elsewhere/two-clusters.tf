# The instances of another cluster are none of this one.
#: plan: zone:us-east-1a=unknown; open:zone-database-candidate@aws_rds_cluster.c

resource "aws_rds_cluster" "c" {
  cluster_identifier          = "pay"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster" "d" {
  cluster_identifier          = "other"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster_instance" "d" {
  for_each           = toset(["us-east-1a", "us-east-1b"])
  cluster_identifier = aws_rds_cluster.d.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
  availability_zone  = each.key
}
