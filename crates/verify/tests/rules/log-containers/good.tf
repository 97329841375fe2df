resource "aws_cloudwatch_log_group" "payments" {
  name = "/ecs/payments"
}

resource "aws_ecr_repository" "payments" {
  name = "payments"
}

resource "aws_ecs_task_definition" "logs" {
  family                   = "logs"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512

  container_definitions = jsonencode([
    {
      name  = "payments"
      image = "payments:1"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.payments.name
          awslogs-region        = "us-east-1"
          awslogs-stream-prefix = "payments"
        }
      }
    },
    { name = "once", image = "once:1", essential = false },
  ])
}

# Known only after the apply, because of the image.
resource "aws_ecs_task_definition" "known_later" {
  family = "known-later"

  container_definitions = jsonencode([{
    name  = "payments"
    image = "${aws_ecr_repository.payments.repository_url}:1"
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = aws_cloudwatch_log_group.payments.name, awslogs-region = "us-east-1" }
    }
  }])
}

resource "aws_ecs_task_definition" "router" {
  family                = "router"
  container_definitions = <<-EOT
    [{"name": "payments", "image": "payments:1", "logConfiguration": {"logDriver": "awsfirelens"}}]
  EOT
}
