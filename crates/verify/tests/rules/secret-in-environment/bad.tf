locals {
  variables = { name = "DB_PASSWORD", value = "hunter22" }
}

resource "aws_ecs_task_definition" "payments" {
  family = "payments"
  container_definitions = jsonencode([
    { name = "payments", image = "payments:1", environment = [local.variables, { name = "LOG_LEVEL", value = "info" }] },
    { name = "sidecar", image = "sidecar:1", environment = [{ name = "DB", value = "postgres://app:hunter22@db:5432/payments" }] },
  ])
}

resource "aws_lambda_function" "validator" {
  function_name = "validator"
  role          = "arn:aws:iam::123456789012:role/validator"
  image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/validator:1"
  package_type  = "Image"

  environment {
    variables = {
      apiKey  = "k3yThatIsLong"
      AWS     = "AKIAIOSFODNN7ABCDEFG"
      SIGNING = "-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----"
    }
  }
}

resource "aws_secretsmanager_secret_version" "database" {
  secret_id     = "database"
  secret_string = aws_db_instance.main.endpoint
}

resource "aws_db_instance" "main" {
  instance_class              = "db.t4g.medium"
  manage_master_user_password = true
}

resource "aws_ecs_task_definition" "refers" {
  family = "refers"
  container_definitions = jsonencode([
    { name = "payments", image = "payments:1", environment = [{ name = "D", value = aws_secretsmanager_secret_version.database.secret_string }] },
  ])
}

resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "NPM_TOKEN"
      value = "npm_0123456789abcdefghij"
    }
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/payments-inc/payments.git"
  }
}

# What is put together during the apply is not read: never a pass.
resource "aws_secretsmanager_secret" "database" {}

resource "aws_ecs_task_definition" "unread" {
  for_each = toset(["a", "b"])
  family   = each.key
  container_definitions = jsonencode([{
    name  = "payments"
    image = "payments:1"
    environment = [
      { name = "DATABASE_HOST", value = aws_db_instance.main.address },
      { name = "DATABASE_SECRET_ARN", value = aws_secretsmanager_secret.database.arn },
    ]
    secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn }]
  }])
}

resource "aws_lambda_function" "address" {
  function_name = "address"
  role          = "arn:aws:iam::123456789012:role/address"
  image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/address:1"
  package_type  = "Image"

  environment {
    variables = {
      DATABASE_URL = "postgres://app:hunter22@${aws_db_instance.main.address}/payments"
      SIGNING_KEY  = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzzzz"
    }
  }
}

resource "aws_codebuild_project" "cloned" {
  name         = "cloned"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "BITBUCKET"
    location = "https://builder:hunter22@bitbucket.org/payments/api.git"
  }
}
