resource "aws_rds_cluster" "payments" {
  cluster_identifier              = "payments"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_cloudwatch_log_group" "postgresql" {
  name = "/aws/rds/cluster/${aws_rds_cluster.payments.cluster_identifier}/postgresql"
}

resource "aws_db_instance" "payments" {
  instance_class                  = "db.m6g.large"
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_cloudwatch_log_group" "instance" {
  name = "/aws/rds/instance/${aws_db_instance.payments.identifier}/postgresql"
}
