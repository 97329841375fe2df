resource "aws_cloudwatch_log_group" "year" {
  name              = "/ecs/payments-prod"
  retention_in_days = 400
}
resource "aws_cloudwatch_log_group" "staging" {
  name              = "/ecs/payments-staging"
  retention_in_days = 30
}
