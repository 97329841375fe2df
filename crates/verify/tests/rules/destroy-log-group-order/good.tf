locals {
  name = "payments"
}

resource "aws_cloudwatch_log_group" "postgresql" {
  count = 1
  name  = "/aws/rds/cluster/${local.name}/postgresql"
}

resource "aws_rds_cluster" "payments" {
  cluster_identifier              = local.name
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
  depends_on                      = [aws_cloudwatch_log_group.postgresql]
}

resource "aws_cloudwatch_log_group" "application" {
  name = "/payments/${aws_rds_cluster.payments.cluster_identifier}/application"
}
