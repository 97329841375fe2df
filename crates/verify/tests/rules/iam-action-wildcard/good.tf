resource "aws_s3_bucket" "logs" {}

locals {
  readers = { billing = ["s3:GetObject"], audit = ["s3:GetObject*", "s3:ListBucket"] }
}

data "aws_iam_policy_document" "reader" {
  for_each = local.readers

  statement {
    actions   = each.value
    resources = [aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"]
  }

  statement {
    effect      = "Deny"
    not_actions = ["s3:Get*"]
    resources   = ["*"]
  }
}

resource "aws_iam_policy" "reader" {
  for_each = local.readers
  policy   = data.aws_iam_policy_document.reader[each.key].json
}

resource "aws_iam_role" "reader" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "own" {
  for_each   = local.readers
  role       = aws_iam_role.reader.name
  policy_arn = aws_iam_policy.reader[each.key].arn
}

resource "aws_iam_role_policy_attachment" "basic" {
  role       = aws_iam_role.reader.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"
}
