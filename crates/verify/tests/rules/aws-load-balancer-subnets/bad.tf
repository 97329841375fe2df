resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = "vpc-0123456789abcdef0"
  availability_zone = "us-east-1a"
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
}

resource "aws_subnet" "other" {
  vpc_id            = "vpc-0123456789abcdef0"
  availability_zone = "us-east-1b"
  cidr_block        = "10.0.9.0/24"
}

resource "aws_lb" "twice" {
  subnets = [aws_subnet.public[0].id, aws_subnet.public[1].id, aws_subnet.other.id]
}

resource "aws_lb" "mapped" {
  subnet_mapping {
    subnet_id = aws_subnet.public[0].id
  }

  subnet_mapping {
    subnet_id = aws_subnet.public[1].id
  }
}
