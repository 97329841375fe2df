# What the target scales is known after the apply.
#: plan: nofail:scale-service-target
#: source: nofail:scale-service-target
#: folder: nofail:scale-service-target

locals {
  cluster_name = try(element(split("/", aws_ecs_cluster.main.arn), 1), "")
}
resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_ecs_service" "payments" {
  count           = 1
  name            = "payments"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = "payments:1"
  desired_count   = 6
}
resource "aws_appautoscaling_target" "payments" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = join("/", ["service", local.cluster_name, lower(aws_ecs_service.payments[0].id)])
  min_capacity       = 6
  max_capacity       = 30
}
