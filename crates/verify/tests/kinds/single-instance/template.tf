# The subnet is in the launch template.
#: plan: zone:us-east-1c!=survives; zone:us-east-1c=lost|unknown

resource "aws_launch_template" "app" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  network_interfaces { subnet_id = aws_subnet.main["c"].id }
}
resource "aws_instance" "app" {
  launch_template { id = aws_launch_template.app.id }
}
