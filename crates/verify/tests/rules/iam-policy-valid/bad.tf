locals {
  statements = {
    elements  = { Effect = "Allow", Actions = ["s3:GetObject"], Resource = "*" }
    effect    = { Effect = "allow", Action = "s3:GetObject", Resource = "*" }
    action    = { Effect = "Allow", Action = "GetObject", Resource = "*" }
    resource  = { Effect = "Allow", Action = "s3:GetObject", Resource = "my-bucket" }
    missing   = { Effect = "Allow", Action = "s3:GetObject" }
    principal = { Effect = "Allow", Action = "s3:GetObject", Resource = "*", Principal = "*" }
    sid       = { Sid = "Read logs", Effect = "Allow", Action = "s3:GetObject", Resource = "*" }
    operator  = { Effect = "Allow", Action = "s3:GetObject", Resource = "*", Condition = { Equals = { "aws:username" = "a" } } }
  }
}

resource "aws_iam_policy" "each" {
  for_each = local.statements
  policy   = jsonencode({ Version = "2012-10-17", Statement = [each.value] })
}

resource "aws_iam_policy" "version" {
  policy = jsonencode({
    Version = "2023-01-01"
    Statement = [
      { Sid = "Same", Effect = "Allow", Action = "s3:GetObject", Resource = "*" },
      { Sid = "Same", Effect = "Allow", Action = "s3:PutObject", Resource = "*" },
    ]
  })
}

resource "aws_iam_role" "trust" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "s3:GetObject"
      Resource  = "*"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_s3_bucket" "logs" {}

data "aws_iam_policy_document" "known_after_apply" {
  statement {
    actions   = ["GetObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]
  }
}

resource "aws_iam_policy" "document" {
  policy = data.aws_iam_policy_document.known_after_apply.json
}

resource "aws_s3_bucket_policy" "nobody" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({ Version = "2012-10-17", Statement = { Effect = "Allow", Action = "s3:GetObject", Resource = "*" } })
}
