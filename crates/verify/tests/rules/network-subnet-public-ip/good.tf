resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "each" {
  count                   = 2
  vpc_id                  = aws_vpc.main.id
  cidr_block              = cidrsubnet("10.0.0.0/16", 8, count.index)
  map_public_ip_on_launch = false
}

resource "aws_subnet" "default" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.9.0/24"
}
