resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "worker.zip"
  timeout       = 60
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.worker.function_name
  function_version = "1"
}

resource "aws_sqs_queue" "default" {
  name = "default"
}

resource "aws_sqs_queue" "short" {
  name                       = "short"
  visibility_timeout_seconds = 45
}

resource "aws_lambda_event_source_mapping" "default" {
  event_source_arn = aws_sqs_queue.default.arn
  function_name    = aws_lambda_function.worker.arn
}

resource "aws_lambda_event_source_mapping" "short" {
  event_source_arn = aws_sqs_queue.short.arn
  function_name    = aws_lambda_alias.live.arn
}
