resource "aws_cloudwatch_log_group" "month" {
  name              = "/ecs/payments-prod"
  retention_in_days = 30
}
resource "aws_cloudwatch_log_group" "tagged" {
  name              = "/ecs/payments"
  retention_in_days = 90
  tags              = { Environment = "production" }
}
