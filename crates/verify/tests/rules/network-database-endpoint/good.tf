resource "aws_db_instance" "main" {
  instance_class              = "db.t4g.medium"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "each" {
  count               = 2
  cluster_identifier  = "payments"
  engine              = "aurora-postgresql"
  instance_class      = "db.r7g.large"
  publicly_accessible = false
}

resource "aws_redshift_cluster" "private" {
  cluster_identifier     = "reports"
  node_type              = "ra3.large"
  manage_master_password = true
  master_username        = "reports"
  publicly_accessible    = false
}
