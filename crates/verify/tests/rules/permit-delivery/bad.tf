resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "code"
  s3_key        = "report.zip"
}

resource "aws_cloudwatch_event_rule" "daily" {
  name                = "daily"
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "report" {
  rule = aws_cloudwatch_event_rule.daily.name
  arn  = aws_lambda_function.report.arn
}

resource "aws_lambda_permission" "report" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.report.function_name
  principal     = "scheduler.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.daily.arn
}

# Allowed to another rule only.
resource "aws_cloudwatch_event_rule" "hourly" {
  name                = "hourly"
  schedule_expression = "rate(1 hour)"
}

resource "aws_lambda_function" "hourly" {
  function_name = "hourly"
  role          = "arn:aws:iam::123456789012:role/report"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "code"
  s3_key        = "report.zip"
}

resource "aws_cloudwatch_event_target" "hourly" {
  rule = aws_cloudwatch_event_rule.hourly.name
  arn  = aws_lambda_function.hourly.arn
}

resource "aws_lambda_permission" "hourly" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.hourly.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.daily.arn
}
