resource "aws_lambda_function" "validator" {
  count         = 2
  function_name = "validator-${count.index}"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"
  publish       = true
}

resource "aws_lambda_provisioned_concurrency_config" "version" {
  count                             = 2
  function_name                     = aws_lambda_function.validator[count.index].function_name
  qualifier                         = aws_lambda_function.validator[count.index].version
  provisioned_concurrent_executions = 3
}

resource "aws_lambda_provisioned_concurrency_config" "alias" {
  function_name                     = "elsewhere"
  qualifier                         = "live"
  provisioned_concurrent_executions = 3
}
