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
