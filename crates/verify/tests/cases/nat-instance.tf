# The way out of b and c is a machine in a.
#: plan: fail|open:zone-nat-own-zone; zone:us-east-1a!=survives

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_instance" "nat" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
  network_interface {
    device_index         = 0
    network_interface_id = aws_network_interface.nat.id
  }
}
resource "aws_network_interface" "nat" {
  subnet_id         = aws_subnet.s["a"].id
  source_dest_check = false
}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.v.id
  route {
    cidr_block           = "0.0.0.0/0"
    network_interface_id = aws_network_interface.nat.id
  }
}
resource "aws_route_table_association" "b" {
  subnet_id      = aws_subnet.s["b"].id
  route_table_id = aws_route_table.private.id
}
resource "aws_route_table_association" "c" {
  subnet_id      = aws_subnet.s["c"].id
  route_table_id = aws_route_table.private.id
}
