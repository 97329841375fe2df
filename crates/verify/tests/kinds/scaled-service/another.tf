# The target is another service's.
#: source: fail:scale-service-target@aws_ecs_service.payments; nofail:scale-service-target@refunds
#: folder: fail:scale-service-target@aws_ecs_service.payments; nofail:scale-service-target@refunds

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
  resource_id        = "service/${local.cluster_name}/${try(aws_ecs_service.refunds.name, "")}"
  min_capacity       = 6
  max_capacity       = 30
}
resource "aws_ecs_service" "refunds" {
  name            = "refunds"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = "refunds:1"
  desired_count   = 6
}
