resource "aws_cloudwatch_log_group" "workflows" {
  name              = "/aws/vendedlogs/states/workflows"
  retention_in_days = 30
}

resource "aws_sfn_state_machine" "errors" {
  name       = "errors"
  type       = "EXPRESS"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = jsonencode({ Comment = aws_cloudwatch_log_group.workflows.arn, StartAt = "Pass", States = { Pass = { Type = "Succeed" } } })

  logging_configuration {
    level           = "ERROR"
    log_destination = "${aws_cloudwatch_log_group.workflows.arn}:*"
  }
}

resource "aws_sfn_state_machine" "everything" {
  name       = "everything"
  type       = "STANDARD"
  role_arn   = "arn:aws:iam::123456789012:role/workflow"
  definition = jsonencode({ Comment = aws_cloudwatch_log_group.workflows.arn, StartAt = "Pass", States = { Pass = { Type = "Succeed" } } })

  logging_configuration {
    level           = "ALL"
    log_destination = "${aws_cloudwatch_log_group.workflows.arn}:*"
  }
}
