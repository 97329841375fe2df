# The count is a conditional value.
#: plan: fail|open:zone-*@worker; zone:us-east-1a=lost|unknown
#: folder: fail|open:zone-*@worker; zone:us-east-1a=lost|unknown

variable "production" { default = false }

resource "aws_ecs_cluster" "c" { name = "c" }

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.c.id
  task_definition = "worker:1"
  launch_type     = "FARGATE"
  desired_count   = var.production ? 3 : 1
  network_configuration {
    subnets = [for s in aws_subnet.main : s.id]
  }
}
