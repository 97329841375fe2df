resource "aws_rds_cluster" "payments" {
  engine                       = "aurora-postgresql"
  preferred_backup_window      = "07:00-08:00"
  preferred_maintenance_window = "Sun:09:00-Sun:10:00"
}

resource "aws_rds_cluster_instance" "payments" {
  count                        = 2
  cluster_identifier           = aws_rds_cluster.payments.id
  engine                       = aws_rds_cluster.payments.engine
  instance_class               = "db.r7g.large"
  preferred_maintenance_window = ["mon:09:00-mon:10:00", "tue:09:00-tue:10:00"][count.index]
}

resource "aws_db_instance" "left_to_aws" {
  instance_class = "db.m6g.large"
  backup_window  = "03:00-04:00"
}
