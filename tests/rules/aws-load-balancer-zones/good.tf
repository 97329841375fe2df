resource "aws_subnet" "public" {
  for_each          = { a = 0, b = 1, c = 2 }
  vpc_id            = "vpc-0123456789abcdef0"
  availability_zone = "us-east-1${each.key}"
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, each.value)
}

resource "aws_lb" "payments" {
  subnets = [for subnet in aws_subnet.public : subnet.id]
}

resource "aws_alb" "mapped" {
  subnet_mapping {
    subnet_id = aws_subnet.public["a"].id
  }

  subnet_mapping {
    subnet_id = aws_subnet.public["b"].id
  }
}

resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnets            = [aws_subnet.public["a"].id]
}
