resource "aws_vpc" "each" {
  for_each   = { a = "10.0.0.0/16", b = "10.0.0.0/16" }
  cidr_block = each.value
}

resource "aws_vpc_ipv4_cidr_block_association" "more" {
  vpc_id     = aws_vpc.each["a"].id
  cidr_block = "100.64.0.0/16"
}

resource "aws_subnet" "same_range_in_each" {
  for_each   = aws_vpc.each
  vpc_id     = each.value.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "in_the_second_range" {
  vpc_id     = aws_vpc.each["a"].id
  cidr_block = "100.64.1.0/24"
}
