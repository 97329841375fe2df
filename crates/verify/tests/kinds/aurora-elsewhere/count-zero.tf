# The instances are counted to none here.
#: plan: zone:us-east-1a=unknown; open:zone-database-candidate

resource "aws_rds_cluster" "c" {
  cluster_identifier          = "pay"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster_instance" "i" {
  count              = 0
  cluster_identifier = aws_rds_cluster.c.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
