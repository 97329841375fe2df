resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_ecs_service" "payments" {
  name            = "payments"
  cluster         = aws_ecs_cluster.main.id
  task_definition = "payments:1"
  desired_count   = 12
}
resource "aws_appautoscaling_target" "payments" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.payments.name}"
  min_capacity       = 10
  max_capacity       = 50
}
