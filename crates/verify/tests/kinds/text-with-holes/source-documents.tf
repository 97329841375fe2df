# A document that is made of another.
#: source: fail:iam-*@p
#: plan: fail|open:iam-*@p
#: folder: fail:iam-*@p

resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }
resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}

data "aws_iam_policy_document" "base" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.q.arn]
  }
}
resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.all.json }
