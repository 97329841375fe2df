# By a capacity provider in place of a launch type.
#: plan: fail|open:zone-*@worker; zone:us-east-1a=lost|unknown

resource "aws_ecs_cluster" "c" { name = "c" }

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.c.id
  task_definition = "worker:1"
  desired_count   = 1
  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }
  network_configuration {
    subnets = [for s in aws_subnet.main : s.id]
  }
}
