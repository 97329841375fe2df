resource "aws_ecs_task_definition" "payments" {
  family                   = "payments"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  container_definitions = jsonencode([
    { name = "payments", image = "payments:1", stopTimeout = 120, memory = 1536, portMappings = [{ containerPort = 8443, hostPort = 8443 }] },
    { name = "proxy", image = "proxy:1", memory = 1024, memoryReservation = 256, portMappings = [{ containerPort = 9901 }] },
  ])
}

resource "aws_ecs_task_definition" "ec2" {
  family                = "batch"
  container_definitions = <<-JSON
    [{"name": "batch", "image": "batch:1", "memory": 512, "privileged": true, "stopTimeout": 600,
      "portMappings": [{"containerPort": 80, "hostPort": 8080}]}]
  JSON
}
