resource "aws_rds_cluster_parameter_group" "payments" {
  family = "aurora-postgresql16"

  parameter {
    name  = "shared_preload_libraries"
    value = "pg_stat_statements,pgaudit"
  }

  parameter {
    name         = "max_connections"
    value        = "500"
    apply_method = "immediate"
  }
}

resource "aws_db_parameter_group" "mysql" {
  family = "mysql8.0"

  parameter {
    name  = "performance_schema"
    value = "1"
  }
}
