# Nothing says how many tasks: the provider asks for none.
#: plan: open:zone-*@worker; zone:us-east-1a=unknown

resource "aws_ecs_cluster" "c" { name = "c" }

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.c.id
  task_definition = "worker:1"
  launch_type     = "FARGATE"
  network_configuration {
    subnets = [for s in aws_subnet.main : s.id]
  }
}
