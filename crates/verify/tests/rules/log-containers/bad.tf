resource "aws_ecr_repository" "payments" {
  name = "payments"
}

resource "aws_ecs_task_definition" "silent" {
  family                = "silent"
  container_definitions = jsonencode([{ name = "payments", image = "payments:1" }])
}

resource "aws_ecs_task_definition" "none" {
  family = "none"
  container_definitions = jsonencode([
    { name = "payments", image = "payments:1", logConfiguration = { logDriver = "none" } },
  ])
}

resource "aws_ecs_task_definition" "without_prefix" {
  family                   = "without-prefix"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512

  container_definitions = jsonencode([{
    name  = "payments"
    image = "payments:1"
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = "/ecs/payments", awslogs-region = "us-east-1" }
    }
  }])
}

resource "aws_ecs_task_definition" "known_later" {
  family                = "known-later"
  container_definitions = jsonencode([{ name = "payments", image = aws_ecr_repository.payments.repository_url }])
}
