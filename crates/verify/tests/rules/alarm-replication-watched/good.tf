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

resource "aws_cloudwatch_metric_alarm" "lag" {
  alarm_name          = "lag"
  namespace           = "AWS/RDS"
  metric_name         = "AuroraReplicaLagMaximum"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { DBClusterIdentifier = aws_rds_cluster.payments.cluster_identifier }
}

resource "aws_rds_cluster" "ledger" {
  cluster_identifier = "ledger"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

resource "aws_rds_cluster_instance" "ledger" {
  count              = 3
  identifier         = "ledger-${count.index}"
  cluster_identifier = aws_rds_cluster.ledger.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

resource "aws_cloudwatch_metric_alarm" "each" {
  count               = 3
  alarm_name          = "lag-${count.index}"
  namespace           = "AWS/RDS"
  metric_name         = "AuroraReplicaLag"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1000
  period              = 60
  evaluation_periods  = 5
  dimensions          = { DBInstanceIdentifier = aws_rds_cluster_instance.ledger[count.index].identifier }
}

resource "aws_db_instance" "replica" {
  identifier          = "replica"
  replicate_source_db = "primary"
  instance_class      = "db.t4g.medium"
}

resource "aws_cloudwatch_metric_alarm" "replica" {
  alarm_name          = "replica"
  namespace           = "AWS/RDS"
  metric_name         = "ReplicaLag"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { DBInstanceIdentifier = aws_db_instance.replica.identifier }
}

resource "aws_rds_cluster" "single" {
  cluster_identifier = "single"
  engine             = "aurora-postgresql"
}
