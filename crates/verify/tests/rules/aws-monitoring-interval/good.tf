resource "aws_iam_role" "monitoring" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "monitoring.rds.amazonaws.com" } }]
  })
}

resource "aws_rds_cluster_instance" "measured" {
  for_each            = { a = 15, b = 60 }
  cluster_identifier  = "payments"
  engine              = "aurora-postgresql"
  instance_class      = "db.r7g.large"
  monitoring_interval = each.value
  monitoring_role_arn = aws_iam_role.monitoring.arn
}

resource "aws_db_instance" "off" {
  instance_class      = "db.m6g.large"
  monitoring_interval = 0
}
