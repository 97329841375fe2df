resource "aws_ecs_task_definition" "payments" {
  family                   = "payments"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions = jsonencode([
    { name = "payments", image = "payments:1", memory = 512, stopTimeout = 300 },
    { name = "proxy", image = "proxy:1", memory = 256, portMappings = [{ containerPort = 8080, hostPort = 80 }] },
  ])
}

resource "aws_ecs_task_definition" "privileged" {
  family                   = "agent"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([{ name = "agent", image = "agent:1", privileged = true }])
}
