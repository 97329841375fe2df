resource "aws_ecs_cluster" "main" {
  name = "main"
  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
resource "aws_ecs_service" "payments" {
  name            = "payments"
  task_definition = "payments:1"
  launch_type     = "FARGATE"
}
