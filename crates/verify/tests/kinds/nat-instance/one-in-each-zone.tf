# One in each zone, each subnet through its own.
#: plan: nofail:zone-nat-own-zone

resource "aws_network_interface" "nat" {
  for_each          = aws_subnet.main
  subnet_id         = each.value.id
  source_dest_check = false
}
resource "aws_route_table" "each" {
  for_each = aws_subnet.main
  vpc_id   = aws_vpc.main.id
  route {
    cidr_block           = "0.0.0.0/0"
    network_interface_id = aws_network_interface.nat[each.key].id
  }
}
resource "aws_route_table_association" "each" {
  for_each       = aws_subnet.main
  subnet_id      = each.value.id
  route_table_id = aws_route_table.each[each.key].id
}
