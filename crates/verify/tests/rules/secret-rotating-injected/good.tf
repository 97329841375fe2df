resource "aws_rds_cluster" "payments" {
  engine                              = "aurora-postgresql"
  master_username                     = "payadmin"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true
}

resource "aws_secretsmanager_secret" "gateway" {}

resource "aws_ecs_task_definition" "payments" {
  for_each = toset(["a", "b"])
  family   = each.key
  container_definitions = jsonencode([{
    name        = "payments"
    image       = "payments:1"
    environment = [{ name = "DATABASE_HOST", value = aws_rds_cluster.payments.endpoint }]
    secrets     = [{ name = "GATEWAY_KEY", valueFrom = aws_secretsmanager_secret.gateway.arn }]
  }])
}

resource "aws_ecs_task_definition" "known" {
  family                = "known"
  container_definitions = jsonencode([{ name = "payments", image = "payments:1" }])
}
