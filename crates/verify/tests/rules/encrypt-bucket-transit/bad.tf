resource "aws_s3_bucket" "without_policy" {
  bucket = "without-policy"
}

resource "aws_s3_bucket" "other_condition" {
  bucket = "other-condition"
}

data "aws_iam_policy_document" "other_condition" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.other_condition.arn, "${aws_s3_bucket.other_condition.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "NumericLessThan"
      variable = "s3:TlsVersion"
      values   = ["1.2"]
    }
  }
}

resource "aws_s3_bucket_policy" "other_condition" {
  bucket = aws_s3_bucket.other_condition.id
  policy = data.aws_iam_policy_document.other_condition.json
}

resource "aws_s3_bucket" "only_allows" {
  bucket = "only-allows"
}

data "aws_iam_policy_document" "only_allows" {
  statement {
    effect    = "Allow"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.only_allows.arn, "${aws_s3_bucket.only_allows.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}

resource "aws_s3_bucket_policy" "only_allows" {
  bucket = aws_s3_bucket.only_allows.id
  policy = data.aws_iam_policy_document.only_allows.json
}
