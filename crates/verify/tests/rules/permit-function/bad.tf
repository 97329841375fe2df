resource "aws_iam_role" "validator" {
  name = "validator"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_sqs_queue" "failures" {
  name = "failures"
}

resource "aws_lambda_function" "validator" {
  function_name = "validator"
  role          = aws_iam_role.validator.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "code"
  s3_key        = "validator.zip"

  dead_letter_config {
    target_arn = aws_sqs_queue.failures.arn
  }
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.validator.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
