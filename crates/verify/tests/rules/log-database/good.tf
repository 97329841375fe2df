resource "aws_rds_cluster" "aurora" {
  engine                          = "aurora-postgresql"
  storage_encrypted               = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_db_instance" "mysql" {
  identifier                      = "ledger"
  engine                          = "mysql"
  instance_class                  = "db.t4g.medium"
  storage_encrypted               = true
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
}
