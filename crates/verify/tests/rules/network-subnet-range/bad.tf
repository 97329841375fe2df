resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "each" {
  for_each   = { outside = "10.1.0.0/24", whole = "10.0.0.0/20", part = "10.0.3.0/24", beside = "10.0.16.0/24" }
  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}
