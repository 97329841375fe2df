resource "aws_vpc" "each" {
  for_each             = { a = "10.0.0.0/16", b = "10.1.0.0/16" }
  cidr_block           = each.value
  enable_dns_hostnames = true
}

resource "aws_vpc_endpoint" "secrets" {
  for_each            = toset(["a", "b"])
  vpc_id              = aws_vpc.each[each.key].id
  service_name        = "com.amazonaws.us-east-1.secretsmanager"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}

resource "aws_vpc" "plain" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.plain.id
  service_name = "com.amazonaws.us-east-1.s3"
}
