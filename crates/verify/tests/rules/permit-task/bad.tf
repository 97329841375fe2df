resource "aws_iam_role" "task" {
  name = "task"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "task" {
  name = "task"
  role = aws_iam_role.task.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "*" }]
  })
}

resource "aws_sqs_queue" "payments" {
  name = "payments"
}

resource "aws_ecs_task_definition" "app" {
  family        = "app"
  task_role_arn = aws_iam_role.task.arn

  container_definitions = jsonencode([{
    name        = "app"
    image       = "app"
    memory      = 512
    environment = [{ name = "QUEUE", value = aws_sqs_queue.payments.name }]
  }])
}
