data "aws_iam_policy_document" "everyone" {
  statement {
    sid     = "Everyone"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_iam_role" "document" {
  assume_role_policy = data.aws_iam_policy_document.everyone.json
}

resource "aws_iam_role" "json" {
  assume_role_policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Action": "sts:AssumeRole",
        "Principal": "*",
        "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }
      }]
    }
  EOT
}
