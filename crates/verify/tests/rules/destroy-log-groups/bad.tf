resource "aws_lambda_function" "main" {
  function_name = "validator"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"
}

resource "aws_cloudwatch_log_group" "main" {
  name = "/aws/rds/cluster/payments/postgresql"
}

resource "aws_rds_cluster" "main" {
  cluster_identifier              = "payments"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_ecs_cluster" "main" {
  name = "payments"

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
