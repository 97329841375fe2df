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

# Allowed on the bucket, not on its objects.
resource "aws_s3_bucket" "logs" {
  bucket = "payment-logs"
}

resource "aws_iam_role" "logger" {
  name = "logger"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "logger" {
  name = "logger"
  role = aws_iam_role.logger.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:PutObject", Resource = "arn:aws:s3:::payment-logs" }]
  })
}

resource "aws_ecs_task_definition" "logger" {
  family        = "logger"
  task_role_arn = aws_iam_role.logger.arn

  container_definitions = jsonencode([{
    name        = "logger"
    image       = "logger"
    memory      = 512
    environment = [{ name = "BUCKET", value = "payment-logs" }]
  }])
}

# Allowed to the role, but not through the endpoint of its network.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_sqs_queue" "refunds" {
  name = "refunds"
}

resource "aws_vpc_endpoint" "sqs" {
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.eu-west-1.sqs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.app.id]

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:*", Resource = "arn:aws:sqs:*:*:payments" }]
  })
}

resource "aws_iam_role" "refunder" {
  name = "refunder"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "refunder" {
  name = "refunder"
  role = aws_iam_role.refunder.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:*:*:refunds" }]
  })
}

resource "aws_ecs_task_definition" "refunder" {
  family        = "refunder"
  network_mode  = "awsvpc"
  task_role_arn = aws_iam_role.refunder.arn

  container_definitions = jsonencode([{
    name        = "refunder"
    image       = "refunder"
    memory      = 512
    environment = [{ name = "QUEUE", value = "refunds" }]
  }])
}

resource "aws_ecs_service" "refunder" {
  name            = "refunder"
  cluster         = "arn:aws:ecs:eu-west-1:123456789012:cluster/main"
  task_definition = aws_ecs_task_definition.refunder.arn

  network_configuration {
    subnets = [aws_subnet.app.id]
  }
}
