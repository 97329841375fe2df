# Three tasks, all in one subnet.
#: plan: fail:zone-service-spans@worker; zone:us-east-1a=lost; zone:us-east-1b=survives

resource "aws_ecs_cluster" "c" { name = "c" }

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.c.id
  task_definition = "worker:1"
  launch_type     = "FARGATE"
  desired_count   = 3
  network_configuration {
    subnets = [aws_subnet.main["a"].id]
  }
}
