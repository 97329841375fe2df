# Scaling starts from three, whatever the first count is.
#: plan: nofail:zone-service-spans; zone:us-east-1a!=lost

resource "aws_ecs_cluster" "c" { name = "c" }

resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.c.id
  task_definition = "worker:1"
  launch_type     = "FARGATE"
  desired_count   = 1
  lifecycle { ignore_changes = [desired_count] }
  network_configuration {
    subnets = [for s in aws_subnet.main : s.id]
  }
}

resource "aws_appautoscaling_target" "t" {
  min_capacity       = 3
  max_capacity       = 10
  resource_id        = "service/c/worker"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
