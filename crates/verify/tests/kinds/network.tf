# What every case beside it is in: a network with a subnet in each of three zones.
locals {
  zones = { a = "us-east-1a", b = "us-east-1b", c = "us-east-1c" }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  for_each          = local.zones
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, index(keys(local.zones), each.key))
  availability_zone = each.value
}
