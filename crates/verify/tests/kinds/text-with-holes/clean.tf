# Nothing wrong in it.
#: source: nofail:iam-action-wildcard; nofail:iam-administrator; nofail:iam-resource-wildcard; nofail:secret-in-environment
#: folder: nofail:iam-action-wildcard; nofail:secret-in-environment

resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}

resource "aws_iam_policy" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.q.arn }] })
}
