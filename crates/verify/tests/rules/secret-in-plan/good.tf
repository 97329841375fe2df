resource "aws_db_instance" "main" {
  instance_class              = "db.t4g.medium"
  username                    = "payments"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "main" {
  engine                      = "aurora-postgresql"
  master_username             = "payadmin"
  manage_master_user_password = true
}

resource "aws_secretsmanager_secret" "gateway" {}

resource "aws_secretsmanager_secret_version" "gateway" {
  secret_id     = aws_secretsmanager_secret.gateway.id
  secret_string = "{}"
}

resource "aws_secretsmanager_secret_version" "endpoint" {
  secret_id     = aws_secretsmanager_secret.gateway.id
  secret_string = aws_rds_cluster.main.endpoint
}

resource "aws_ssm_parameter" "token" {
  name  = "token"
  type  = "SecureString"
  value = "CHANGE-ME"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ssm_parameter" "level" {
  name  = "level"
  type  = "String"
  value = "info"
}
