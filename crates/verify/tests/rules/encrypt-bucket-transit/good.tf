resource "aws_s3_bucket" "document" {
  bucket = "document"
}

data "aws_iam_policy_document" "document" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.document.arn, "${aws_s3_bucket.document.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "document" {
  bucket = aws_s3_bucket.document.id
  policy = data.aws_iam_policy_document.document.json
}

resource "aws_s3_bucket" "text" {
  bucket = "text"
}

resource "aws_s3_bucket_policy" "text" {
  bucket = aws_s3_bucket.text.bucket
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": ["arn:aws:s3:::text", "arn:aws:s3:::text/*"],
        "Condition": {"Bool": {"aws:SecureTransport": false}}
      }
    }
  EOT
}

resource "aws_s3_bucket" "several" {
  for_each = toset(["a", "b"])
  bucket   = "payments-${each.key}"
}

resource "aws_s3_bucket_policy" "several" {
  for_each = toset(["a", "b"])
  bucket   = aws_s3_bucket.several[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "*"
      Resource  = "arn:aws:s3:::payments-${each.key}/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
