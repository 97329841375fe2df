resource "aws_rds_cluster" "payments" {
  database_name = "payment-processing"
  engine        = "aurora-postgresql"
}

resource "aws_db_instance" "payments" {
  db_name        = "1payments"
  engine         = "postgres"
  instance_class = "db.m6g.large"
}

resource "aws_ecs_service" "payments" {
  name = "payments.api"
}
