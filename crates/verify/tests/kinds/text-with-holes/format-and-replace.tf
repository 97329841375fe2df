# format() of a text.
#: source: fail|open:iam-*@p
#: folder: fail|open:iam-*@p

resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}

resource "aws_iam_policy" "p" {
  policy = format("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"%s\"},{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}", aws_sqs_queue.q.arn)
}
