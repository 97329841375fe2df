data "aws_iam_policy_document" "tasks" {
  statement {
    sid     = "Tasks"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "tasks" {
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_iam_role" "each" {
  for_each = toset(["states", "scheduler"])
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = ["lambda.amazonaws.com", "${each.key}.amazonaws.com"] }
    }]
  })
}
