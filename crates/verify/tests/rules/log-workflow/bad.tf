resource "aws_cloudwatch_log_group" "workflows" {
  name              = "/aws/vendedlogs/states/workflows"
  retention_in_days = 30
}

resource "aws_sfn_state_machine" "silent" {
  name       = "silent"
  type       = "EXPRESS"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = jsonencode({ Comment = aws_cloudwatch_log_group.workflows.arn, StartAt = "Pass", States = { Pass = { Type = "Succeed" } } })
}

resource "aws_sfn_state_machine" "off" {
  name       = "off"
  type       = "STANDARD"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = jsonencode({ Comment = aws_cloudwatch_log_group.workflows.arn, StartAt = "Pass", States = { Pass = { Type = "Succeed" } } })

  logging_configuration {
    level           = "OFF"
    log_destination = "${aws_cloudwatch_log_group.workflows.arn}:*"
  }
}
