resource "aws_rds_cluster" "payments" {
  cluster_identifier = "payments"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

resource "aws_rds_cluster_instance" "all" {
  count              = 3
  identifier         = "payments-${count.index}"
  cluster_identifier = aws_rds_cluster.payments.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { DBClusterIdentifier = aws_rds_cluster.payments.cluster_identifier }
}

resource "aws_db_instance" "replica" {
  identifier          = "replica"
  replicate_source_db = "primary"
  instance_class      = "db.t4g.medium"
}
