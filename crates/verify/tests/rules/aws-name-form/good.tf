resource "aws_rds_cluster" "payments" {
  for_each                  = toset(["a", "b"])
  cluster_identifier        = "aurora-cluster-${each.key}"
  database_name             = "payments_${each.key}"
  engine                    = "aurora-postgresql"
  final_snapshot_identifier = "aurora-cluster-${each.key}-final"
}

resource "aws_ecs_service" "payments" {
  name = "ecs-service_payments"
}

resource "aws_kms_alias" "payments" {
  name          = "alias/payments/data"
  target_key_id = "11112222-3333-4444-5555-666677778888"
}

resource "aws_secretsmanager_secret" "payments" {
  name = "payments/database+reader"
}
