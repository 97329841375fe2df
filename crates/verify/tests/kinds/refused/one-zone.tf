# One zone, in other notations.
#: plan: fail:zone-load-balancer-spans@gateway; fail:zone-load-balancer-spans@mapping; fail:zone-load-balancer-spans@classic; nofail:zone-load-balancer-spans@two; fail:zone-group-spans@group

resource "aws_lb" "gateway" {
  load_balancer_type = "gateway"
  subnets            = [aws_subnet.main["a"].id]
}
resource "aws_lb" "mapping" {
  load_balancer_type = "network"
  subnet_mapping { subnet_id = "subnet-0aaaaaaaaaaaaaaaa" }
}
resource "aws_elb" "classic" {
  subnets = [aws_subnet.main["a"].id]
  listener {
    instance_port     = 443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
}
resource "aws_elb" "two" {
  availability_zones = ["us-east-1a", "us-east-1b"]
  listener {
    instance_port     = 443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
}
resource "aws_autoscaling_group" "group" {
  min_size           = 2
  max_size           = 2
  availability_zones = ["us-east-1a"]
  launch_template { id = "lt-0123456789abcdef0" }
}
