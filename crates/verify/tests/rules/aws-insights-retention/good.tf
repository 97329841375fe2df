resource "aws_rds_cluster" "advanced" {
  engine                                = "aurora-postgresql"
  database_insights_mode                = "advanced"
  performance_insights_enabled          = true
  performance_insights_retention_period = 465
}

resource "aws_rds_cluster" "standard" {
  engine                                = "aurora-postgresql"
  database_insights_mode                = "standard"
  performance_insights_enabled          = true
  performance_insights_retention_period = 7
}
