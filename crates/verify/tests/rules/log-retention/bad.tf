resource "aws_cloudwatch_log_group" "for_ever" {
  name = "/ecs/payments"
}

resource "aws_cloudwatch_log_group" "said_so" {
  name              = "/ecs/said-so"
  retention_in_days = 0
}
