resource "aws_rds_cluster_parameter_group" "all" {
  name   = "all"
  family = "aurora-postgresql16"

  parameter {
    name  = "log_statement"
    value = "all"
  }
}

resource "aws_rds_cluster_parameter_group" "audit" {
  name   = "audit"
  family = "aurora-postgresql16"

  parameter {
    name  = "log_statement"
    value = "none"
  }

  parameter {
    name  = "pgaudit.log"
    value = "ddl, write"
  }
}
