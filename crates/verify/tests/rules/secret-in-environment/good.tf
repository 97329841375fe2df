resource "aws_secretsmanager_secret" "database" {}

resource "aws_ecs_task_definition" "known" {
  family = "known"
  container_definitions = jsonencode([{
    name  = "payments"
    image = "payments:1"
    environment = [
      { name = "DB_PASSWORD_PARAMETER", value = "/prod/db/password" },
      { name = "DB_PASSWORD", value = "arn:aws:ssm:us-east-1:123456789012:parameter/prod/db/password" },
      { name = "TOKEN_URL", value = "https://example.com/token" },
      { name = "PASSWORD_MIN_LENGTH", value = "12" },
    ]
  }])
}

resource "aws_lambda_function" "validator" {
  function_name = "validator"
  role          = "arn:aws:iam::123456789012:role/validator"
  image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/validator:1"
  package_type  = "Image"

  environment {
    variables = {
      LOG_LEVEL  = "INFO"
      DB_SECRET  = aws_secretsmanager_secret.database.arn
      AUTH_TOKEN = ""
    }
  }
}
