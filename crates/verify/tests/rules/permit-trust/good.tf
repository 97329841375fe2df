data "aws_iam_policy_document" "task_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:ecs:eu-west-1:123456789012:*"]
    }
  }
}

resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = data.aws_iam_policy_document.task_trust.json
}

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  task_role_arn         = aws_iam_role.task.arn
  container_definitions = jsonencode([{ name = "app", image = "app", memory = 128 }])
}

resource "aws_iam_role" "validator" {
  name = "validator"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:*", Principal = { Service = ["edgelambda.amazonaws.com", "lambda.amazonaws.com"] } }]
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

# A role that is not part of the plan.
resource "aws_lambda_function" "other" {
  function_name = "other"
  role          = "arn:aws:iam::123456789012:role/other"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "code"
  s3_key        = "other.zip"
}
