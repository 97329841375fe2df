resource "aws_subnet" "data" {
  count             = 2
  vpc_id            = "vpc-0123456789abcdef0"
  availability_zone = "us-east-1a"
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, count.index)
}

resource "aws_db_subnet_group" "one_zone" {
  subnet_ids = aws_subnet.data[*].id
}

resource "aws_docdb_subnet_group" "one_subnet" {
  subnet_ids = [aws_subnet.data[0].id]
}
