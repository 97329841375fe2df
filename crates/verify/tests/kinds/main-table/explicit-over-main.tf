# Each subnet has a table of its own, so what the main one says does not matter.
#: plan: nofail:zone-nat-own-zone; zone:us-east-1a=survives

resource "aws_nat_gateway" "each" {
  for_each          = aws_subnet.main
  connectivity_type = "private"
  subnet_id         = each.value.id
}
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.each["a"].id
  }
}
resource "aws_route_table" "each" {
  for_each = aws_subnet.main
  vpc_id   = aws_vpc.main.id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.each[each.key].id
  }
}
resource "aws_route_table_association" "each" {
  for_each       = aws_subnet.main
  subnet_id      = each.value.id
  route_table_id = aws_route_table.each[each.key].id
}
