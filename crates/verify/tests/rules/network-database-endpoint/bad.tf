resource "aws_db_instance" "main" {
  instance_class              = "db.t4g.medium"
  manage_master_user_password = true
  publicly_accessible         = true
}

resource "aws_rds_cluster_instance" "each" {
  for_each            = { a = true, b = false }
  cluster_identifier  = "payments"
  engine              = "aurora-postgresql"
  instance_class      = "db.r7g.large"
  publicly_accessible = each.value
}

resource "aws_redshift_cluster" "default" {
  cluster_identifier     = "reports"
  node_type              = "ra3.large"
  manage_master_password = true
  master_username        = "reports"
}
