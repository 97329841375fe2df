resource "aws_vpc" "payments" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "data" {
  count      = 3
  vpc_id     = aws_vpc.payments.id
  cidr_block = cidrsubnet(aws_vpc.payments.cidr_block, 12, count.index)
}
