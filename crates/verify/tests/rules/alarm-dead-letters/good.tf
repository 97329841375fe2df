resource "aws_sqs_queue" "failed" {
  name = "failed"
}
resource "aws_lambda_function" "settle" {
  function_name = "settle"
  role          = "arn:aws:iam::123456789012:role/settle"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  filename      = "settle.zip"
  dead_letter_config {
    target_arn = aws_sqs_queue.failed.arn
  }
}
resource "aws_lambda_permission" "events" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.settle.function_name
  principal     = "events.amazonaws.com"
}
