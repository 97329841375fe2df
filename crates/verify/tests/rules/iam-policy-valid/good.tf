resource "aws_s3_bucket" "logs" {}

data "aws_iam_policy_document" "own_home" {
  statement {
    sid       = "OwnHome"
    actions   = ["s3:Get*", "execute-api:Invoke", "rds-db:connect"]
    resources = ["${aws_s3_bucket.logs.arn}/&{aws:username}/*"]

    condition {
      test     = "ForAllValues:StringLikeIfExists"
      variable = "aws:TagKeys"
      values   = ["Purpose"]
    }
  }
}

resource "aws_iam_policy" "own_home" {
  policy = data.aws_iam_policy_document.own_home.json
}

resource "aws_iam_role" "task" {
  assume_role_policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Id": "trust",
      "Statement": {
        "Effect": "Allow",
        "Action": ["sts:AssumeRole", "sts:TagSession"],
        "Principal": { "Service": "ecs-tasks.amazonaws.com" },
        "Condition": { "StringEquals": { "aws:SourceAccount": "123456789012" }, "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }
      }
    }
  EOT

  inline_policy {
    name = "all"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Deny", NotAction = ["sts:*"], NotResource = "arn:aws:s3:::logs/*" }]
    })
  }
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Deny plain text"
      Effect    = "Deny"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]
      Principal = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# Nobody wrote a policy for these: AWS's own holds.
variable "endpoint_policy" {
  type    = string
  default = null
}

resource "aws_vpc_endpoint" "by_variable" {
  vpc_id       = "vpc-1"
  service_name = "com.amazonaws.us-east-1.s3"
  policy       = var.endpoint_policy
}
