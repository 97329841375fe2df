# fck-nat: the interface is kept, and an Auto Scaling group of one machine attaches it when it starts.
#: plan: fail|open:zone-nat-own-zone; zone:us-east-1a!=survives

resource "aws_network_interface" "nat" {
  subnet_id         = aws_subnet.main["a"].id
  source_dest_check = false
}
resource "aws_launch_template" "nat" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t4g.nano"
}
resource "aws_autoscaling_group" "nat" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.main["a"].id]
  launch_template { id = aws_launch_template.nat.id }
}
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
  route {
    cidr_block           = "0.0.0.0/0"
    network_interface_id = aws_network_interface.nat.id
  }
}
