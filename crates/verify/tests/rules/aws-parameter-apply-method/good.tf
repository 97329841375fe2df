locals {
  parameters = {
    "log_statement"            = "immediate"
    "rds.force_ssl"            = "immediate"
    "shared_preload_libraries" = "pending-reboot"
  }
}

resource "aws_rds_cluster_parameter_group" "payments" {
  family = "aurora-postgresql16"

  dynamic "parameter" {
    for_each = local.parameters
    content {
      name         = parameter.key
      value        = "1"
      apply_method = parameter.value
    }
  }
}

resource "aws_db_parameter_group" "mysql" {
  family = "mysql8.0"

  parameter {
    name         = "performance_schema"
    value        = "1"
    apply_method = "pending-reboot"
  }
}
