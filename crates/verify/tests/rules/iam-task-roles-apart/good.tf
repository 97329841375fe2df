resource "aws_iam_role" "ecs" {
  for_each = toset(["task", "execution"])
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_ecs_task_definition" "payments" {
  family                = "payments"
  container_definitions = jsonencode([{ name = "payments", image = "payments:1" }])
  task_role_arn         = aws_iam_role.ecs["task"].arn
  execution_role_arn    = aws_iam_role.ecs["execution"].arn
}

resource "aws_ecs_task_definition" "shared_execution" {
  family                = "shared"
  container_definitions = jsonencode([{ name = "payments", image = "payments:1" }])
  task_role_arn         = aws_iam_role.ecs["task"].arn
  execution_role_arn    = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"
}
