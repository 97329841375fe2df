resource "aws_ecs_task_definition" "payments" {
  family                = "payments"
  skip_destroy          = false
  container_definitions = jsonencode([{ name = "api", image = "nginx:1" }])
}
resource "aws_ecs_service" "payments" {
  name            = "payments"
  task_definition = aws_ecs_task_definition.payments.arn
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}
