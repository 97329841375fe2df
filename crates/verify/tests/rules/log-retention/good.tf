resource "aws_cloudwatch_log_group" "main" {
  name              = "/ecs/payments"
  retention_in_days = 400
}

resource "aws_cloudwatch_log_group" "several" {
  for_each          = { api = 30, worker = 7 }
  name              = each.key
  retention_in_days = each.value
}
