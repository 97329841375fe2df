resource "aws_rds_cluster" "payments" {
  engine                      = "aurora-postgresql"
  master_username             = "payadmin"
  manage_master_user_password = true
}

resource "aws_ecs_task_definition" "managed" {
  family = "managed"
  container_definitions = jsonencode([{
    name    = "payments"
    image   = "payments:1"
    secrets = [{ name = "DB_PASSWORD", valueFrom = aws_rds_cluster.payments.master_user_secret[0].secret_arn }]
  }])
}

locals {
  gateway = "arn:aws:secretsmanager:us-east-1:123456789012:secret:gateway-Ab12Cd"
}

resource "aws_secretsmanager_secret_rotation" "gateway" {
  secret_id           = local.gateway
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_ecs_task_definition" "rotated" {
  family = "rotated"
  container_definitions = jsonencode([{
    name    = "payments"
    image   = "payments:1"
    secrets = [{ name = "GATEWAY_KEY", valueFrom = "${local.gateway}:key::" }]
  }])
}
