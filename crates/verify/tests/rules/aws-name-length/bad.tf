locals {
  suffix = "of-the-payment-processing-in-production-in-us-east-1-number-two"
}

resource "aws_rds_cluster" "payments" {
  cluster_identifier = "aurora-cluster-${local.suffix}"
  engine             = "aurora-postgresql"
}

resource "aws_lambda_function" "validator" {
  function_name = "validator-${local.suffix}"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"
}

resource "aws_backup_plan" "payments" {
  name = "backup-plan-${local.suffix}"

  rule {
    rule_name         = "daily"
    target_vault_name = "payments"
  }
}

resource "aws_db_instance" "prefix" {
  identifier_prefix = "the-ledger-of-the-payment-processing-in-production"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
}
