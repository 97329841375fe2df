resource "aws_cloudwatch_log_group" "main" {
  for_each = toset(["/aws/lambda/validator", "/aws/rds/cluster/payments/postgresql"])
  name     = each.value
}

resource "aws_lambda_function" "main" {
  function_name = "validator"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"
  depends_on    = [aws_cloudwatch_log_group.main]
}

resource "aws_rds_cluster" "main" {
  cluster_identifier              = "payments"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
  depends_on                      = [aws_cloudwatch_log_group.main]
}

resource "aws_ecs_cluster" "main" {
  name = "payments"

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}
