resource "aws_rds_cluster" "silent" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
}

resource "aws_db_instance" "no_longer" {
  identifier                      = "no-longer"
  engine                          = "mysql"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = []
}

resource "aws_db_instance" "only_upgrades" {
  identifier                      = "only-upgrades"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["upgrade"]
}
