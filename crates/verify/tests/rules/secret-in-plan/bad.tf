resource "aws_db_instance" "main" {
  instance_class = "db.t4g.medium"
  username       = "payments"
  password       = "hunter22hunter22"
}

resource "aws_rds_cluster" "main" {
  engine          = "aurora-postgresql"
  master_username = "payadmin"
  master_password = "hunter22hunter22"
}

resource "aws_secretsmanager_secret" "gateway" {}

resource "aws_secretsmanager_secret_version" "gateway" {
  secret_id     = aws_secretsmanager_secret.gateway.id
  secret_string = jsonencode({ user = "gateway", password = "hunter22" })
}

resource "aws_ssm_parameter" "each" {
  for_each = { token = "t0k3nOfTheGateway", pin = "90210" }
  name     = each.key
  type     = "SecureString"
  value    = each.value
}

resource "aws_elasticache_replication_group" "cache" {
  replication_group_id       = "cache"
  description                = "Sessions"
  transit_encryption_enabled = true
  auth_token                 = "hunter22hunter22"
}

resource "aws_mq_broker" "broker" {
  broker_name        = "broker"
  engine_type        = "RabbitMQ"
  engine_version     = "3.13"
  host_instance_type = "mq.m5.large"

  user {
    username = "payments"
    password = "hunter22hunter22"
  }
}
