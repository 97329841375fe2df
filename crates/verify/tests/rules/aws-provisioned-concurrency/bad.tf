resource "aws_lambda_function" "validator" {
  function_name = "validator"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"
}

resource "aws_lambda_provisioned_concurrency_config" "version" {
  function_name                     = aws_lambda_function.validator.function_name
  qualifier                         = aws_lambda_function.validator.version
  provisioned_concurrent_executions = 3
}

resource "aws_lambda_provisioned_concurrency_config" "latest" {
  function_name                     = "elsewhere"
  qualifier                         = "$LATEST"
  provisioned_concurrent_executions = 3
}
