resource "aws_s3_bucket" "logs" {}

data "aws_iam_policy_document" "known_after_apply" {
  statement {
    sid       = "Everything"
    actions   = ["s3:*"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]
  }
}

resource "aws_iam_policy" "document" {
  policy = data.aws_iam_policy_document.known_after_apply.json
}

resource "aws_iam_policy" "not_action" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", NotAction = "iam:*", Resource = "arn:aws:s3:::logs" }
  })
}

resource "aws_iam_role" "inline" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })

  inline_policy {
    name   = "queues"
    policy = <<-EOT
      {
        "Version": "2012-10-17",
        "Statement": [{ "Effect": "Allow", "Action": ["sqs:*", "sns:Publish"], "Resource": "arn:aws:sqs:us-east-1:123456789012:payments" }]
      }
    EOT
  }
}

resource "aws_iam_role_policy_attachment" "managed" {
  role       = aws_iam_role.inline.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}
