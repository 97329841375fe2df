# An interface of another state is in one zone, whichever.
#: plan: fail:zone-nat-own-zone; zone:us-east-1a!=survives

resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  route {
    cidr_block           = "0.0.0.0/0"
    network_interface_id = "eni-0123456789abcdef0"
  }
}
