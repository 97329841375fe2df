resource "aws_db_instance" "ledger" {
  identifier        = "ledger"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
}
resource "aws_apigatewayv2_route" "pay" {
  api_id    = "a1b2c3d4e5"
  route_key = "POST /pay"
}
resource "aws_iam_account_password_policy" "account" {
  minimum_password_length = 6
}

resource "aws_dms_endpoint" "m" {
  endpoint_id   = "from-mongo"
  endpoint_type = "source"
  engine_name   = "mongodb"
  username      = "m"
  password      = "from-a-secret"
  server_name   = "m.example.com"
  port          = 27017
  database_name = "m"
  mongodb_settings {
    auth_type = "no"
  }
}

resource "aws_elasticache_replication_group" "old" {
  replication_group_id       = "old"
  description                = "old"
  engine                     = "redis"
  engine_version             = "5.0.6"
  transit_encryption_enabled = true

}
