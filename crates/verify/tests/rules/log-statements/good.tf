resource "aws_rds_cluster_parameter_group" "main" {
  name   = "main"
  family = "aurora-postgresql16"

  parameter {
    name  = "log_statement"
    value = "ddl"
  }

  parameter {
    name  = "pgaudit.log"
    value = "ddl,role"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }
}
