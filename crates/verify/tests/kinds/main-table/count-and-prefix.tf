# NAT gateways by count, of which there is one; the default table by count; the route a resource of its own.
#: plan: fail:zone-nat-own-zone; zone:us-east-1a!=survives

resource "aws_nat_gateway" "this" {
  count             = 1
  connectivity_type = "private"
  subnet_id         = values(aws_subnet.main)[count.index].id
}
resource "aws_default_route_table" "default" {
  count                  = 1
  default_route_table_id = aws_vpc.main.default_route_table_id
}
resource "aws_route" "out" {
  count                  = 1
  route_table_id         = aws_default_route_table.default[0].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[0].id
}
