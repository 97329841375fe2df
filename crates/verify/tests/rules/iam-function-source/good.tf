resource "aws_s3_bucket" "requests" {}

resource "aws_cloudwatch_event_rule" "each" {
  for_each            = toset(["hourly", "daily"])
  schedule_expression = "rate(1 hour)"
}

resource "aws_lambda_permission" "bucket" {
  action         = "lambda:InvokeFunction"
  function_name  = "validator"
  principal      = "s3.amazonaws.com"
  source_arn     = aws_s3_bucket.requests.arn
  source_account = "123456789012"
}

resource "aws_lambda_permission" "rule" {
  for_each      = aws_cloudwatch_event_rule.each
  action        = "lambda:InvokeFunction"
  function_name = "validator"
  principal     = "events.amazonaws.com"
  source_arn    = each.value.arn
}

resource "aws_lambda_permission" "account" {
  action        = "lambda:InvokeFunction"
  function_name = "validator"
  principal     = "123456789012"
}
