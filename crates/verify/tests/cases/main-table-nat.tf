# A subnet without an association uses the main route table, which leads to the one NAT gateway.
#: plan: fail:zone-nat-own-zone; zone:us-east-1a!=survives

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_eip" "n" { domain = "vpc" }
resource "aws_nat_gateway" "a" {
  allocation_id = aws_eip.n.id
  subnet_id     = aws_subnet.s["a"].id
}
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.v.default_route_table_id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.a.id
  }
}
