# One instance by count.
#: plan: fail:zone-database-candidate; zone:us-east-1a=lost|unknown; zone:us-east-1a!=survives

resource "aws_rds_cluster" "c" {
  cluster_identifier          = "pay"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster_instance" "i" {
  count              = 1
  cluster_identifier = aws_rds_cluster.c.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
