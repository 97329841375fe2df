# The statements are local values, put together by concat().
#: plan: open:iam-*@p; nofail:iam-action-wildcard@p
#: source: fail:iam-*@p
#: folder: fail:iam-*@p

resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}

locals {
  queue = [{ Effect = "Allow", Action = ["sqs:SendMessage"], Resource = aws_sqs_queue.q.arn }]
  all   = [{ Effect = "Allow", Action = "*", Resource = "*" }]
}
resource "aws_iam_policy" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = concat(local.queue, local.all) })
}
