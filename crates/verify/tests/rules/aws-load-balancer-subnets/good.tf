locals {
  zones = ["us-east-1a", "us-east-1b", "us-east-1c"]
}

resource "aws_subnet" "public" {
  count             = 6
  vpc_id            = "vpc-0123456789abcdef0"
  availability_zone = local.zones[count.index % 3]
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
}

resource "aws_lb" "filtered" {
  subnets = [for index, subnet in aws_subnet.public : subnet.id if index < 3]
}

resource "aws_lb" "named" {
  subnets = [aws_subnet.public[0].id, aws_subnet.public[4].id]
}

resource "aws_alb" "mapped" {
  subnet_mapping {
    subnet_id = aws_subnet.public[0].id
  }

  subnet_mapping {
    subnet_id = aws_subnet.public[1].id
  }
}
