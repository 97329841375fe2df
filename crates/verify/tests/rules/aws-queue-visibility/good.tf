resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::123456789012:role/worker"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "worker.zip"
  timeout       = 60
}

resource "aws_sqs_queue" "payments" {
  for_each                   = { cards = 60, transfers = 360 }
  visibility_timeout_seconds = each.value
}

resource "aws_lambda_event_source_mapping" "payments" {
  for_each         = aws_sqs_queue.payments
  event_source_arn = each.value.arn
  function_name    = aws_lambda_function.worker.arn
}
