resource "aws_rds_cluster" "payments" {
  engine                       = "aurora-postgresql"
  preferred_backup_window      = "07:00-08:00"
  preferred_maintenance_window = "sun:07:30-sun:08:30"
}

resource "aws_rds_cluster_instance" "payments" {
  cluster_identifier           = aws_rds_cluster.payments.id
  engine                       = aws_rds_cluster.payments.engine
  instance_class               = "db.r7g.large"
  preferred_maintenance_window = "mon:06:45-mon:07:15"
}

resource "aws_db_instance" "over_midnight" {
  instance_class     = "db.m6g.large"
  backup_window      = "23:45-00:15"
  maintenance_window = "mon:00:00-mon:01:00"
}

resource "aws_db_instance" "short" {
  instance_class     = "db.m6g.large"
  backup_window      = "03:00-03:10"
  maintenance_window = "mon:05:00-mon:06:00"
}
