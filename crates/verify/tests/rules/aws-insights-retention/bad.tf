resource "aws_rds_cluster" "short" {
  engine                                = "aurora-postgresql"
  database_insights_mode                = "advanced"
  performance_insights_enabled          = true
  performance_insights_retention_period = 7
}

resource "aws_rds_cluster" "default" {
  engine                       = "aurora-postgresql"
  database_insights_mode       = "advanced"
  performance_insights_enabled = true
}

resource "aws_db_instance" "without" {
  engine                 = "postgres"
  instance_class         = "db.m6g.large"
  database_insights_mode = "advanced"
}
