# A route in the table that vpc.main_route_table_id names.
#: plan: fail:zone-nat-own-zone; zone:us-east-1a!=survives

resource "aws_nat_gateway" "a" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.main["a"].id
}

resource "aws_route" "out" {
  route_table_id         = aws_vpc.main.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.a.id
}
