resource "aws_rds_cluster" "payments" {
  engine                      = "aurora-postgresql"
  master_username             = "payadmin"
  manage_master_user_password = true
}

resource "aws_db_instance" "main" {
  for_each                    = toset(["a", "b"])
  instance_class              = "db.t4g.medium"
  username                    = "payments"
  manage_master_user_password = true
}

resource "aws_db_instance" "replica" {
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.main["a"].identifier
}
