resource "aws_kms_key" "data" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::123456789012:root" } }]
  })
}

locals {
  trusts = {
    own      = { Principal = { AWS = "arn:aws:iam::123456789012:root" }, Condition = {} }
    one_role = { Principal = { AWS = "arn:aws:iam::999999999999:role/deploy" }, Condition = {} }
    supplier = {
      Principal = { AWS = "arn:aws:iam::999999999999:root" }
      Condition = { StringEquals = { "sts:ExternalId" = "3f0c2d" } }
    }
    organisation = {
      Principal = { AWS = "999999999999" }
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }
    }
  }
}

resource "aws_iam_role" "each" {
  for_each = local.trusts
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [merge({ Effect = "Allow", Action = "sts:AssumeRole" }, each.value)]
  })
}
