# The interface that the instance was made with.
#: plan: fail|open:zone-nat-own-zone; zone:us-east-1a!=survives

resource "aws_instance" "nat" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "t4g.small"
  subnet_id         = aws_subnet.main["a"].id
  source_dest_check = false
}
resource "aws_route_table" "private" { vpc_id = aws_vpc.main.id }
resource "aws_route" "out" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_instance.nat.primary_network_interface_id
}
resource "aws_route_table_association" "others" {
  for_each       = { for key, subnet in aws_subnet.main : key => subnet if key != "a" }
  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}
