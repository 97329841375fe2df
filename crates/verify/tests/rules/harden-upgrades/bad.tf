resource "aws_db_instance" "ledger" {
  identifier                 = "ledger"
  engine                     = "postgres"
  instance_class             = "db.t4g.medium"
  allocated_storage          = 20
  auto_minor_version_upgrade = false
}
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  auto_minor_version_upgrade = false
}
