resource "aws_subnet" "data" {
  count             = 3
  vpc_id            = "vpc-0123456789abcdef0"
  availability_zone = ["us-east-1a", "us-east-1b", "us-east-1c"][count.index]
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
}

resource "aws_db_subnet_group" "payments" {
  subnet_ids = aws_subnet.data[*].id
}
