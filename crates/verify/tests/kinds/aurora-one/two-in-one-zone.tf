# A writer and a reader, side by side.
#: plan: fail:zone-database-candidate; zone:us-east-1b=lost; zone:us-east-1a=survives

resource "aws_rds_cluster" "c" {
  cluster_identifier          = "pay"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster_instance" "i" {
  count              = 2
  cluster_identifier = aws_rds_cluster.c.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
  availability_zone  = "us-east-1b"
}
