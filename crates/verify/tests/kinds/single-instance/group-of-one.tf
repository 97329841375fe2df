# An Auto Scaling group of one over three zones starts it again elsewhere; until then there is none.
#: plan: zone:us-east-1a!=lost; nofail:zone-*

resource "aws_launch_template" "app" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}
resource "aws_autoscaling_group" "app" {
  min_size            = 3
  max_size            = 6
  health_check_type   = "EC2"
  vpc_zone_identifier = [for s in aws_subnet.main : s.id]
  launch_template { id = aws_launch_template.app.id }
}
