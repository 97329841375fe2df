resource "aws_db_instance" "ledger" {
  identifier                          = "ledger"
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  allocated_storage                   = 20
  iam_database_authentication_enabled = true
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
    auth_type = "password"
  }
}

resource "aws_elasticache_replication_group" "old" {
  replication_group_id       = "old"
  description                = "old"
  engine                     = "redis"
  engine_version             = "5.0.6"
  transit_encryption_enabled = true
  auth_token                 = "from-a-secret-of-its-own"
}
