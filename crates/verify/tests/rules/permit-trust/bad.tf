data "aws_iam_policy_document" "task_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    # Of another service.
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:lambda:eu-west-1:123456789012:*"]
    }
  }
}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = data.aws_iam_policy_document.task_trust.json
}

resource "aws_iam_role" "execution" {
  name = "execution"

  # Tasks are ecs-tasks.amazonaws.com.
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs.amazonaws.com" } }]
  })
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  task_role_arn         = aws_iam_role.task.arn
  execution_role_arn    = aws_iam_role.execution.arn
  container_definitions = jsonencode([{ name = "app", image = "app", memory = 128 }])
}

resource "aws_iam_role" "validator" {
  name = "validator"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } },
      { Effect = "Deny", Action = "sts:AssumeRole", Principal = "*" },
    ]
  })
}

resource "aws_lambda_function" "validator" {
  function_name = "validator"
  role          = aws_iam_role.validator.arn
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "code"
  s3_key        = "validator.zip"
}

# What its conditions ask for, no guide says that the service sends.
resource "aws_iam_role" "proxy" {
  name = "proxy"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "rds.amazonaws.com" }
      Condition = { StringEquals = { "sts:ExternalId" = "proxy" } }
    }]
  })
}

resource "aws_db_proxy" "main" {
  name           = "main"
  engine_family  = "POSTGRESQL"
  role_arn       = aws_iam_role.proxy.arn
  vpc_subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  require_tls    = true

  auth {
    auth_scheme = "SECRETS"
    iam_auth    = "REQUIRED"
    secret_arn  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:database-AbCdEf"
  }
}
