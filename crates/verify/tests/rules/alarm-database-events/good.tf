resource "aws_rds_cluster" "c" {
  cluster_identifier = "c"
  engine             = "aurora-postgresql"
}

resource "aws_db_instance" "d" {
  identifier        = "d"
  engine            = "postgres"
  instance_class    = "db.m6g.large"
  allocated_storage = 100
}

resource "aws_db_event_subscription" "all" {
  sns_topic   = "arn:aws:sns:us-east-1:123456789012:events"
  source_type = "db-cluster"
}

resource "aws_db_event_subscription" "failures" {
  sns_topic        = "arn:aws:sns:us-east-1:123456789012:events"
  source_type      = "db-instance"
  source_ids       = [aws_db_instance.d.identifier]
  event_categories = ["failure"]
}

resource "aws_db_event_subscription" "maintenance" {
  sns_topic        = "arn:aws:sns:us-east-1:123456789012:events"
  source_type      = "db-instance"
  event_categories = ["availability", "maintenance"]
}
